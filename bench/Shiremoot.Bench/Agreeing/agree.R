# What R says of each set of manifest.tsv, a line a figure: set, quantity, member, value, told apart by tabs. Rscript agree.R FOLDER
suppressMessages({ library(survival); library(MatchIt); library(metafor); library(cmprsk) })
options(warn = -1, digits = 17)
folder <- commandArgs(TRUE)[1]
set <- ""
say <- function(quantity, member, value) if (length(value) > 0) cat(paste(set, quantity, member, ifelse(is.na(value), "NaN", sprintf("%.17g", as.numeric(value))), sep = "\t"), sep = "\n")
given <- function(cell) !is.na(cell) && nzchar(cell)
split <- function(cell) if (given(cell)) strsplit(cell, " ")[[1]] else character(0)
tight <- list(threshold = 1e-14, maxiter = 100000, tol = 1e-14, tau2.max = 10000)

# The rows of which all is known, text held against the value that is most frequent among them.
complete <- function(d, columns, covariates) {
  for (n in columns) if (anyNA(d[[n]])) say("rows left out", n, sum(is.na(d[[n]])))
  d <- d[complete.cases(d[columns]), ]
  say("rows kept", "all", nrow(d))
  for (n in covariates) if (is.character(d[[n]])) {
    f <- factor(d[[n]], levels = sort(unique(d[[n]]), method = "radix"))
    d[[n]] <- relevel(f, names(which.max(table(f))))
  }
  d
}
ours <- function(names, d, covariates) {
  for (n in covariates) if (is.factor(d[[n]])) for (l in levels(d[[n]])) names[names == paste0(n, l)] <- paste0(n, ": ", l)
  sub("(Intercept)", "intercept", names, fixed = TRUE)
}

followed <- function(s, d) {
  whole <- d
  covariates <- split(s$covariates)
  d <- complete(d, unique(c(s$time, s$event, Filter(given, c(s$entry, s$by, s$strata, s$cluster)), covariates)), covariates)
  d$y <- if (given(s$entry)) Surv(d[[s$entry]], d[[s$time]], d[[s$event]]) else Surv(d[[s$time]], d[[s$event]])
  d$w <- if (given(s$weight)) d[[s$weight]] else rep(1, nrow(d))
  d$own <- if (given(s$cluster)) d[[s$cluster]] else seq_len(nrow(d))
  d$by <- factor(d[[s$by]])
  f <- reformulate(c(covariates, if (given(s$strata)) sprintf("strata(%s)", s$strata)), "y")
  for (ties in c("Efron", "Breslow")) {
    m <- coxph(f, d, weights = w, ties = tolower(ties), robust = FALSE, control = coxph.control(eps = 1e-13, iter.max = 100, toler.chol = 1e-14))
    q <- function(what) paste0("Cox, ", ties, ": ", what)
    names <- ours(names(coef(m)), d, covariates)
    say(q("coefficients"), names, coef(m)); say(q("errors"), names, sqrt(diag(vcov(m))))
    say(q("log-likelihoods"), c("none", "model"), m$loglik)
    say(q("tests"), c("Wald", "score"), c(m$wald.test, m$score)); say(q("concordance"), "all", concordance(m)$concordance)
    r <- coxph(f, d, weights = w, ties = tolower(ties), cluster = own, control = coxph.control(eps = 1e-13, iter.max = 100, toler.chol = 1e-14))
    say(q("robust errors"), names, sqrt(diag(vcov(r))))
    b <- basehaz(m, centered = FALSE)
    at <- if (given(s$strata)) tapply(b$hazard, b$strata, max) else c("1" = max(b$hazard))
    say(q("baseline hazard at the end"), seq_along(at), at)
    if (ties == "Efron") { z <- cox.zph(m, transform = "km", terms = FALSE)$table[, "chisq"]; say(q("proportionality"), c(names, if (length(names) > 1) "all"), z[seq_len(length(names) + (length(names) > 1))]) }
  }
  moments <- as.numeric(split(s$at))
  k <- survfit(y ~ by, d, weights = w, conf.type = "log-log", robust = FALSE)
  for (g in levels(d$by)) {
    o <- if (nlevels(d$by) == 1) k else k[paste0("by=", g)]
    i <- findInterval(moments, o$time); n <- length(o$time)
    pick <- function(x, first) ifelse(i == 0, first, ifelse(moments > o$time[n] & o$surv[n] > 0, NA, x[pmax(i, 1)]))
    member <- paste(g, moments)
    say("Kaplan-Meier: shares", member, pick(o$surv, 1)); say("Kaplan-Meier: limits", c(paste(member, "lower"), paste(member, "upper")), c(pick(o$lower, 1), pick(o$upper, 1)))
    t <- summary(o, rmean = min(tapply(d[[s$time]], d$by, max)))$table
    say("Kaplan-Meier: median", paste(g, c("", "lower", "upper")), t[c("median", "0.95LCL", "0.95UCL")])
    say("Kaplan-Meier: restricted mean", paste(g, c("", "error")), t[c("rmean", "se(rmean)")])
  }
  if (!given(s$weight) && !given(s$entry) && nlevels(d$by) > 1) {
    t <- survdiff(if (given(s$strata)) reformulate(c("by", sprintf("strata(%s)", s$strata)), "y") else y ~ by, d)
    add <- function(x) if (is.matrix(x)) rowSums(x) else x
    say("log-rank", c(paste("observed", levels(d$by)), paste("expected", levels(d$by)), "chi-squared"), c(add(t$obs), add(t$exp), t$chisq))
  }
  if (given(s$ending)) {
    causes <- split(s$causes)
    d <- whole[complete.cases(whole[unique(c(s$time, s$ending, s$by, Filter(given, c(s$strata, s$cluster)), covariates))]), ]; d$by <- factor(d[[s$by]]); d$w <- if (given(s$weight)) d[[s$weight]] else rep(1, nrow(d))
    d$cause <- factor(d[[s$ending]], levels = c("none", causes))
    if (!given(s$weight) && nlevels(d$by) > 1) say("Gray's test", causes, cuminc(d[[s$time]], d$cause, d$by, strata = if (given(s$strata)) d[[s$strata]] else rep(1, nrow(d)), cencode = "none")$Tests[causes, "stat"])
    a <- survfit(Surv(d[[s$time]], d$cause) ~ by, d, weights = w)
    for (g in levels(d$by)) {
      o <- a[if (nlevels(d$by) == 1) 1 else paste0("by=", g), ]
      i <- findInterval(moments, o$time)
      for (c in causes) say("Aalen-Johansen: shares", paste(g, c, moments), ifelse(moments > max(o$time), NA, ifelse(i == 0, 0, o$pstate[pmax(i, 1), match(c, o$states)])))
      if (!given(s$weight)) for (c in causes) say("Aalen-Johansen: errors", paste(g, c, moments), ifelse(moments > max(o$time), NA, delta(d[d$by == g, ], s$time, c, moments)))
    }
  }
}

# The delta-method variance of Marubini and Valsecchi (1995), by its double sum, which no package at hand prints.
delta <- function(d, time, cause, moments) sapply(moments, function(until) {
  t <- sort(unique(d[[time]])); n <- sapply(t, function(u) sum(d[[time]] >= u)); all <- sapply(t, function(u) sum(d[[time]] == u & d$cause != "none")); own <- sapply(t, function(u) sum(d[[time]] == u & d$cause == cause))
  left <- c(1, cumprod(1 - all / n))[seq_along(t)]; share <- cumsum(left * own / n); u <- t <= until; end <- max(c(0, share[u])); gap <- end - share
  v <- ifelse(n > all, gap^2 * all / (n * (n - all)), 0) + left^2 * own * (n - own) / n^3 - 2 * gap * left * own / n^2
  sqrt(max(0, sum(v[u])))
})

compared <- function(s, d) {
  covariates <- split(s$compared); exact <- split(s$exact)
  d <- complete(d, unique(c(s$treated, s$outcome, if (given(s$time)) c(s$time, s$ending), covariates, exact)), covariates)
  d$had <- d[[s$treated]]; d$came <- d[[s$outcome]]
  f <- reformulate(covariates, "had")
  m <- glm(f, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 200))
  names <- ours(names(coef(m)), d, covariates)
  say("logistic: coefficients", names, coef(m)); say("logistic: errors", names, sqrt(diag(vcov(m)))); say("logistic: log-likelihoods", c("none", "model"), c(-m$null.deviance / 2, logLik(m)))
  if (given(s$weight)) { w <- glm(f, binomial, d, weights = d[[s$weight]], control = glm.control(epsilon = 1e-15, maxit = 200)); say("logistic, weighed: coefficients", names, coef(w)); say("logistic, weighed: errors", names, sqrt(diag(vcov(w)))) }
  e <- fitted(m); x <- model.matrix(m); odds <- predict(m)
  way <- function(name, w, cluster = NULL, errors = TRUE) {
    say(paste("weights,", name), seq_len(nrow(d)), w)
    w1 <- w * d$had; w0 <- w * (1 - d$had)
    say("effects: plain difference", name, sum(w1 * d$came) / sum(w1) - sum(w0 * d$came) / sum(w0))
    a <- arm(x, d$had, d$came, w, if (is.null(cluster)) seq_len(nrow(d)) else cluster)
    say("effects: doubly robust", name, a[1])
    if (errors) say("effects: errors", name, a[2])
    if (given(s$time)) {
      k <- w > 0; cl <- if (is.null(cluster)) seq_len(nrow(d)) else cluster
      h <- coxph(Surv(d[[s$time]], d$came) ~ had, d, weights = w, subset = k, cluster = cl, control = coxph.control(eps = 1e-13, iter.max = 100))
      say("effects: hazard", paste(name, c("log ratio", "error")), c(coef(h), sqrt(vcov(h))))
      d$first <- factor(ifelse(d$came == 1, "back", ifelse(d[[s$ending]] == 1, "died", "none")), levels = c("none", "back", "died")); d$when <- d[[s$time]]; d$wt <- w
      for (until in c(6, 15)) {
        pull <- numeric(nrow(d)); share <- c(0, 0)
        for (a in 0:1) { rows <- which(k & d$had == a); part <<- d[rows, ]; o <- survfit(Surv(when, first) ~ 1, part, weights = wt); i <- findInterval(until, o$time); share[a + 1] <- if (i == 0) 0 else o$pstate[i, match("back", o$states)]
          r <- residuals(o, times = until, type = "pstate", weighted = TRUE); r <- if (is.matrix(r)) r[, match("back", o$states)] else r[, match("back", o$states), 1]; pull[rows] <- (2 * a - 1) * r }
        say("effects: shares by a day", paste(name, until, c("with", "without", "error")), c(share[2], share[1], sqrt(sum(rowsum(pull, cl)^2))))
      }
    }
  }
  pairs <- function(m) ifelse(is.na(m$subclass), -seq_len(nrow(d)), as.integer(m$subclass))
  # The score is given as a number where rows tie, for rounding alone would tell their scores apart.
  score <- round(e, 13); logit <- round(odds, 12)
  nearest <- function(at, ...) matchit(f, d, method = "nearest", distance = at, ...)
  n <- nearest(score); way("nearest", weights(n), pairs(n))
  n <- nearest(logit); way("nearest, logit", weights(n), pairs(n))
  n <- nearest(score, ratio = 2); way("nearest, ratio 2", weights(n), pairs(n))
  n <- nearest(score, exact = exact); way(paste("nearest, exact"), weights(n), pairs(n))
  way("with replacement", weights(nearest(score, replace = TRUE)))
  # MatchIt 4.5.1 gives the second match the first one over again where others may be used again, and takes the lower neighbour, not the nearest. By a matrix of distances it has neither fault.
  # Where others share a score any of them is as good: what is compared is then how near the matches are.
  o <- order(-score * d$had); by <- abs(outer(score[o][d$had[o] == 1], score[o][d$had[o] == 0], "-"))
  isTied <- anyDuplicated(score[d$had == 0]) > 0
  true <- function(name, ...) {
    m <- matchit(f, d[o, ], method = "nearest", distance = by, ...)
    w <- numeric(nrow(d)); w[o] <- weights(m); c <- -seq_len(nrow(d)); if (!is.null(m$subclass)) c[o] <- pairs(m)
    if (isTied) say("the nearest: mean score of those matched", name, sum((w * score)[d$had == 0]) / sum(w[d$had == 0])) else way(name, w, c)
  }
  true("the nearest", m.order = "data"); true("the nearest, ratio 2", m.order = "data", ratio = 2); true("the nearest, exact", m.order = "data", exact = exact)
  true("the nearest, with replacement", replace = TRUE); true("the nearest, with replacement, ratio 2", replace = TRUE, ratio = 2)
  way("weighting, att", ifelse(d$had == 1, 1, exp(odds)), errors = FALSE)
  w <- entropy(x, d$had); if (!is.null(w)) way("entropy", w, errors = FALSE)
}

# Regression in each arm of the weighted rows, then the mean over the treated: estimate and HC0 error, weights held fixed, by matched set for pairs.
arm <- function(x, t, y, wt, cl) {
  h <- t * (wt > 0); H <- sum(h); xb <- colSums(h * x) / H
  fit <- function(a) {
    q <- qr(sqrt(wt * a) * x, tol = 1e-9); keep <- sort(q$pivot[seq_len(q$rank)]); z <- x[, keep, drop = FALSE]; ww <- wt * a
    M <- solve(t(z) %*% (ww * z), tol = 0); b <- M %*% t(z) %*% (ww * y)
    list(p = as.vector(z %*% b), inf = ((ww * as.vector(y - z %*% b) * z) %*% M * sqrt(sum(ww > 0) / (sum(ww > 0) - ncol(z)))) %*% xb[keep])
  }
  f1 <- fit(t); f0 <- fit(1 - t); tau <- sum(h * (f1$p - f0$p)) / H
  inf <- h * (f1$p - f0$p - tau) / H + f1$inf - f0$inf
  c(tau, sqrt(sum(rowsum(as.vector(inf), cl)^2)))
}

# Entropy balance by Newton's steps on its dual.
entropy <- function(x, t) {
  z <- scale(x[, -1, drop = FALSE]); z1 <- colMeans(z[t == 1, , drop = FALSE]); z0 <- sweep(z[t == 0, , drop = FALSE], 2, z1); l <- rep(0, ncol(z))
  dual <- function(l) { u <- z0 %*% l; max(u) + log(sum(exp(u - max(u)))) }
  for (i in 1:500) {
    u <- z0 %*% l; q <- as.vector(exp(u - max(u))); q <- q / sum(q); g <- colSums(q * z0)
    if (max(abs(g)) < 1e-13) break
    step <- tryCatch(solve(t(z0) %*% (q * z0) - g %o% g, g, tol = 0), error = function(e) NULL)
    if (is.null(step)) return(NULL)
    k <- 1; while (k > 1e-6 && dual(l - k * step) > dual(l)) k <- k / 2
    l <- l - k * step
  }
  if (max(abs(g)) > 1e-9) return(NULL)
  w <- rep(1, length(t)); w[t == 0] <- q * sum(t); w
}

combined <- function(s, d) {
  if (given(s$cluster)) d$cluster <- d[[s$cluster]]
  if (s$set == "BCG vaccine") d <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
  else if (s$measure == "IRR") d <- escalc("IRR", x1i = events1, t1i = time1, x2i = events2, t2i = time2, data = d, add = 0.5, to = "only0", drop00 = TRUE)
  else if (s$measure != "GEN") d <- escalc(s$measure, ai = events1, n1i = total1, ci = events2, n2i = total2, data = d, add = 0.5, to = "only0", drop00 = TRUE)
  d <- d[!is.na(d$yi), ]
  say("studies kept", "all", nrow(d))
  if (given(s$cluster)) return(levelled(d))
  for (code in c("FE", "DL", "REML", "PM")) {
    r <- rma(yi, vi, data = d, method = code, control = tight)
    q <- function(what) paste0("studies, ", code, ": ", what)
    say(q("average"), c("value", "error", "lower", "upper", "p"), c(r$b, r$se, r$ci.lb, r$ci.ub, r$pval))
    say(q("spread"), c("tau2", "I2", "H2", "Q", "p of Q"), c(r$tau2, r$I2, r$H2, r$QE, r$QEp))
    t <- trimfill(r, control = tight); say(q("trim and fill"), c("missing", "average", "error", "tau2"), c(t$k0, t$b, t$se, t$tau2))
    if (code == "FE") next
    p <- predict(r); say(q("prediction"), c("lower", "upper"), c(p$pi.lb, p$pi.ub))
    c <- confint(r, control = list(tol = 1e-15, tau2.max = 1e6, maxiter = 100000))$random
    say(q("intervals of spread"), c("tau2 lower", "tau2 upper", "I2 lower", "I2 upper"), c(c["tau^2", 2:3], c["I^2(%)", 2:3]))
    h <- rma(yi, vi, data = d, method = code, test = "knha", control = tight); p <- predict(h)
    say(q("Hartung and Knapp"), c("error", "lower", "upper", "p", "prediction lower", "prediction upper"), c(h$se, h$ci.lb, h$ci.ub, h$pval, p$pi.lb, p$pi.ub))
  }
  e <- regtest(rma(yi, vi, data = d, method = "DL"), model = "lm")
  say("studies: Egger", c("t", "p", "limit", "limit lower", "limit upper"), c(e$zval, e$pval, e$est, e$ci.lb, e$ci.ub))
}

levelled <- function(d) {
  d$row <- seq_len(nrow(d))
  r <- rma.mv(yi, vi, random = ~ 1 | cluster/row, data = d, control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-16, maxit = 100000))
  # BFGS stops where the likelihood is level to its eye; Nelder and Mead's way from there, then Newton's by differences, goes on.
  p <- predict(r)
  say("three levels", c("average", "error", "between", "within", "log-likelihood", "Q", "prediction lower", "prediction upper"), c(r$b, r$se, r$sigma2, logLik(r), r$QE, p$pi.lb, p$pi.ub))
  u <- robust(rma(yi, vi, data = d, method = "REML", control = tight), cluster = d$cluster)
  say("robust to clusters", c("error", "p", "lower"), c(u$se, u$pval, u$ci.lb))
}

manifest <- read.delim(file.path(folder, "manifest.tsv"), colClasses = "character")
for (m in seq_len(nrow(manifest))) {
  s <- as.list(manifest[m, ]); set <- s$set
  d <- read.csv(file.path(folder, s$file), na.strings = c("", "NA"), stringsAsFactors = FALSE)
  switch(s$kind, followed = followed(s, d), compared = compared(s, d), combined = combined(s, d))
}
