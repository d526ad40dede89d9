# Made with R and MatchIt 4.5.1 as Debian builds it: that build compares distances by the integer abs(), so of two neighbours it always takes the lower.
# Run from the folder of this file: Rscript lalonde.R path/to/matchit_lalonde.csv
suppressMessages(library(MatchIt)); suppressMessages(library(survival))
d <- read.csv(commandArgs(TRUE)[1])
f <- treat ~ age + educ + race + married + nodegree + re74 + re75
g <- glm(f, binomial, d, control = glm.control(epsilon = 1e-14, maxit = 100))
print(coef(g), digits = 15); print(sqrt(diag(vcov(g))), digits = 12)
e <- fitted(g)
m <- function(...) matchit(f, d, method = "nearest", ...)
w <- function(x) weights(x)
nearest <- m(); again <- m(replace = TRUE); two <- m(ratio = 2); twoagain <- m(ratio = 2, replace = TRUE)
exact <- m(exact = ~ race + married); logit <- m(link = "linear.logit"); exactagain <- m(exact = ~ nodegree, replace = TRUE)
out <- data.frame(score = e, nearest = w(nearest), replace = w(again), two = w(two), two_replace = w(twoagain),
  exact = w(exact), exact_replace = w(exactagain), logit = w(logit), att = ifelse(d$treat == 1, 1, e / (1 - e)), ate = ifelse(d$treat == 1, 1 / e, 1 / (1 - e)),
  overlap = ifelse(d$treat == 1, 1 - e, e), set = as.character(nearest$subclass))
write.csv(out, "lalonde-matchit.csv", row.names = FALSE, quote = FALSE, na = "")
est <- function(w) { w1 <- w * d$treat; w0 <- w * (1 - d$treat); sum(w1 * d$re78) / sum(w1) - sum(w0 * d$re78) / sum(w0) }
for (n in names(out)[2:11]) cat(n, sum(out[[n]] > 0), format(est(out[[n]]), digits = 12), "\n")
cat("naive", with(d, mean(re78[treat == 1]) - mean(re78[treat == 0])), "ols", format(coef(lm(update(f, re78 ~ treat + .), d))["treat"], digits = 12), "\n")
# Regression in each arm of the weighted rows, then the mean over the treated: estimate and HC0 error, weights held fixed; by matched set for pairs.
x <- model.matrix(f, d)
arm <- function(wt, cl) {
  t <- d$treat; h <- t * (wt > 0); H <- sum(h); xb <- colSums(h * x) / H; y <- d$re78
  fit <- function(a) { ww <- wt * a; M <- solve(t(x) %*% (ww * x)); b <- M %*% t(x) %*% (ww * y); list(b = b, inf = (ww * as.vector(y - x %*% b) * x) %*% M * sqrt(sum(ww > 0) / (sum(ww > 0) - ncol(x)))) }
  f1 <- fit(t); f0 <- fit(1 - t); p1 <- as.vector(x %*% f1$b); p0 <- as.vector(x %*% f0$b)
  tau <- sum(h * (p1 - p0)) / H
  inf <- h * (p1 - p0 - tau) / H + f1$inf %*% xb - f0$inf %*% xb
  v <- sum(rowsum(as.vector(inf), cl)^2); cat(format(c(tau, sqrt(v)), digits = 12), "\n")
}
set <- ifelse(is.na(nearest$subclass), 1000 + seq_len(nrow(d)), as.integer(nearest$subclass))
arm(out$nearest, set); arm(out$att, seq_len(nrow(d))); arm(out$replace, seq_len(nrow(d)))
d$week <- 1 + (seq_len(nrow(d)) * 37) %% 52; d$event <- as.integer(d$re78 == 0)
c1 <- coxph(Surv(week, event) ~ treat, d, weights = out$att, robust = TRUE); print(summary(c1)$coefficients, digits = 12)
keep <- out$nearest > 0
c2 <- coxph(Surv(week, event) ~ treat, d[keep, ], weights = out$nearest[keep], cluster = set[keep], robust = TRUE); print(summary(c2)$coefficients, digits = 12)
s <- summary(nearest, standardize = TRUE); print(s$sum.all[, 3:4], digits = 10); print(s$sum.matched[, 3:4], digits = 10)
# Entropy balance by its dual, to check the weights.
z <- scale(x[, -1]); z1 <- colMeans(z[d$treat == 1, ]); z0 <- z[d$treat == 0, ]
dual <- function(l) log(sum(exp(z0 %*% l - sum(l * z1)))); grad <- function(l) { q <- exp(z0 %*% l); colSums(as.vector(q) * z0) / sum(q) - z1 }
o <- optim(rep(0, ncol(z)), dual, grad, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000))
q <- exp(z0 %*% o$par); q <- as.vector(q / sum(q)); cat("entropy", max(abs(grad(o$par))), format(mean(d$re78[d$treat == 1]) - sum(q * d$re78[d$treat == 0]), digits = 10), format(head(q * 185, 3), digits = 10), "\n")
