# Makes the outside answers of synthesis: Rscript metafor.R writes studies.csv and answers.csv beside it. The tests read those and need no R.
# R 4.2.2, metafor 3.8.1 (W. Viechtbauer, 2010, J. Stat. Softw. 36(3)).
suppressMessages(library(metafor))
options(warn = -1)
tight <- list(threshold = 1e-14, maxiter = 100000, tol = 1e-14, tau2.max = 10000)
answers <- NULL
say <- function(set, model, name, value) answers <<- rbind(answers, data.frame(set, model, name, value = sprintf("%.15g", as.numeric(value))))
codes <- c(fixed = "FE", dl = "DL", reml = "REML", pm = "PM")

one <- function(set, d) {
  for (m in names(codes)) {
    r <- rma(yi, vi, data = d, method = codes[m], control = tight)
    p <- predict(r)
    for (f in c("b", "se", "ci.lb", "ci.ub", "zval", "pval", "tau2", "I2", "H2", "QE", "QEp")) say(set, m, f, r[[f]])
    if (m != "fixed") {
      say(set, m, "pi.lb", p$pi.lb); say(set, m, "pi.ub", p$pi.ub)
      c <- confint(r, control = list(tol = 1e-14, tau2.max = 10000))$random
      say(set, m, "tau2.lb", c["tau^2", "ci.lb"]); say(set, m, "tau2.ub", c["tau^2", "ci.ub"])
      say(set, m, "I2.lb", c["I^2(%)", "ci.lb"]); say(set, m, "I2.ub", c["I^2(%)", "ci.ub"])
      h <- rma(yi, vi, data = d, method = codes[m], test = "knha", control = tight)
      q <- predict(h)
      for (f in c("se", "ci.lb", "ci.ub", "pval")) say(set, m, paste0("kh.", f), h[[f]])
      say(set, m, "kh.pi.lb", q$pi.lb); say(set, m, "kh.pi.ub", q$pi.ub)
    }
    t <- trimfill(r, control = tight)
    say(set, m, "fill.k0", t$k0); say(set, m, "fill.right", t$side == "right"); say(set, m, "fill.b", t$b); say(set, m, "fill.se", t$se); say(set, m, "fill.tau2", t$tau2)
  }
  r <- rma(yi, vi, data = d, method = "DL")
  e <- regtest(r, model = "lm")
  say(set, "egger", "t", e$zval); say(set, "egger", "p", e$pval); say(set, "egger", "df", e$dfs); say(set, "egger", "limit", e$est); say(set, "egger", "limit.lb", e$ci.lb); say(set, "egger", "limit.ub", e$ci.ub)
}

mods <- function(set, d, formula) {
  for (m in c("dl", "reml", "pm")) for (test in c("z", "knha")) {
    r <- rma(yi, vi, mods = formula, data = d, method = codes[m], test = test, control = tight)
    model <- paste0("mods.", m, if (test == "knha") ".kh" else "")
    for (j in seq_along(r$b)) { say(set, model, paste0("b", j - 1), r$b[j]); say(set, model, paste0("se", j - 1), r$se[j]) }
    for (f in c("tau2", "QM", "QMp", "QE", "QEp", "I2", "R2")) say(set, model, f, r[[f]])
  }
}

three <- function(set, d, exact.ci = TRUE) {
  r <- rma.mv(yi, vi, random = ~ 1 | cluster/row, data = d, control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-15, maxit = 10000))
  p <- predict(r)
  say(set, "three", "b", r$b); say(set, "three", "se", r$se); say(set, "three", "s1", r$sigma2[1]); say(set, "three", "s2", r$sigma2[2])
  say(set, "three", "ll", logLik(r)); say(set, "three", "QE", r$QE); say(set, "three", "pi.lb", p$pi.lb); say(set, "three", "pi.ub", p$pi.ub)
  if (exact.ci) for (i in 1:2) {
    c <- confint(r, sigma2 = i, control = list(tol = 1e-10))$random
    say(set, "three", paste0("s", i, ".lb"), c[1, "ci.lb"]); say(set, "three", paste0("s", i, ".ub"), c[1, "ci.ub"])
  }
  u <- robust(rma(yi, vi, data = d, method = "REML", control = tight), cluster = d$cluster)
  say(set, "robust", "se", u$se); say(set, "robust", "pval", u$pval); say(set, "robust", "ci.lb", u$ci.lb)
}

out <- NULL
keep <- function(set, d) { d$set <- set; for (n in c("x", "g", "cluster")) if (is.null(d[[n]])) d[[n]] <- NA; out <<- rbind(out, d[, c("set", "row", "yi", "vi", "x", "g", "cluster")]) }

b <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
bcg <- data.frame(row = seq_len(nrow(b)), yi = as.numeric(b$yi), vi = as.numeric(b$vi), x = b$ablat)
one("bcg", bcg); mods("bcg", bcg, ~ x); keep("bcg", bcg)
for (m in c("OR", "RR", "RD")) {
  e <- escalc(measure = m, ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
  for (i in seq_len(nrow(e))) { say("counts", m, paste0("y", i), e$yi[i]); say("counts", m, paste0("v", i), e$vi[i]) }
  z <- escalc(measure = m, ai = c(0, 4, 9), n1i = c(20, 30, 25), ci = c(3, 0, 25), n2i = c(22, 28, 25), add = 0.5, to = "only0")
  for (i in 1:3) { say("zeros", m, paste0("y", i), z$yi[i]); say("zeros", m, paste0("v", i), z$vi[i]) }
}
e <- escalc(measure = "IRR", x1i = c(12, 30, 0), t1i = c(150.5, 400, 90), x2i = c(20, 28, 4), t2i = c(160, 380.25, 88), add = 0.5, to = "only0")
for (i in 1:3) { say("zeros", "IRR", paste0("y", i), e$yi[i]); say("zeros", "IRR", paste0("v", i), e$vi[i]) }
for (m in c("SMD", "MD")) {
  e <- escalc(measure = m, m1i = c(10.2, 8, 55), sd1i = c(2.1, 3, 11), n1i = c(20, 6, 150), m2i = c(9.1, 10.5, 51), sd2i = c(2.4, 2.2, 12.5), n2i = c(22, 7, 140))
  for (i in 1:3) { say("means", m, paste0("y", i), e$yi[i]); say("means", m, paste0("v", i), e$vi[i]) }
}

ks <- c(12, 5, 20, 60, 8, 30, 15, 3, 25, 40)
taus <- c(0.3, 0.1, 0.5, 0.2, 0, 1.2, 0.25, 0.6, 0.05, 0.35)
for (s in 1:10) {
  set.seed(400 + s)
  k <- ks[s]
  x <- round(rnorm(k), 2); g <- sample(c("adult", "child", "young"), k, TRUE); cluster <- sort(sample(paste0("c", 1:max(3, k %/% 3)), k, TRUE))
  vi <- round(exp(runif(k, -5, -1)), 5)
  yi <- 0.2 + 0.15 * x + rnorm(k, 0, taus[s]) + rnorm(k, 0, sqrt(vi)) + ave(rnorm(k), cluster) * 0.2
  digits <- if (s %in% c(3, 6)) 1 else 5                        # ties
  d <- data.frame(row = 1:k, yi = round(yi, digits), vi, x, g, cluster)
  if (s %in% c(7, 9)) d$yi[c(2, 5)] <- NA                       # rows that say nothing
  name <- paste0("made", s)
  keep(name, d)
  full <- d[!is.na(d$yi), ]
  one(name, full)
  if (k >= 8) mods(name, full, ~ x + g)
  if (k >= 12) three(name, full)
}
a <- read.csv(file.path(Sys.getenv("SHIREMOOT_DATA"), "evaluation-benchmarks", "assink2016_delinquency.csv"))
d <- data.frame(row = a$id, yi = a$yi, vi = a$vi, cluster = a$study)
keep("assink", d); three("assink", d)
write.csv(out, "studies.csv", row.names = FALSE, na = "", quote = FALSE)
write.csv(answers, "answers.csv", row.names = FALSE, na = "", quote = FALSE)
