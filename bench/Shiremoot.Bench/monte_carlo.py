"""The option of MonteCarloSpeed drawn with NumPy: CPU seconds, seconds, mean, standard error, 5th, 50th and 95th percentile, share that pays, peak memory in MB."""
import resource
import sys
import time

import numpy as np

draws, seed = int(sys.argv[1]), int(sys.argv[2])
RESULTS, YEARS = 7, 10


def lognormal(mean, deviation, score):
    variance = np.log1p((deviation / mean) ** 2)
    return np.exp(np.log(mean) - variance / 2 + np.sqrt(variance) * score)


def pert(rng, least, likeliest, most):
    width = most - least
    return least + width * rng.beta(1 + 4 * (likeliest - least) / width, 1 + 4 * (most - likeliest) / width, draws)


def mixed(rng, ranks):
    """Scores of inputs that go together: a Gaussian copula."""
    size = len(ranks)
    return np.linalg.cholesky(2 * np.sin(np.pi * np.array(ranks) / 6)) @ rng.standard_normal((size, draws))


wall, cpu = time.perf_counter(), time.process_time()
rng = np.random.default_rng(seed)
together = mixed(rng, [[1, 0.5, 0], [0.5, 1, 0.4], [0, 0.4, 1]])
staff_and_set_up = mixed(rng, [[1, 0.3], [0.3, 1]])
results = []
for o in range(RESULTS):
    score = together[o] if o < 3 else rng.standard_normal(draws)
    results.append((
        rng.beta(20 + o, 180, draws), lognormal(9_000 + 1_000 * o, 2_000, score), pert(rng, 300, 400, 600),
        rng.uniform(0.02, 0.1, draws), rng.triangular(0.1, 0.2, 0.5, draws)))
staff = 900_000 + 60_000 * staff_and_set_up[0]
premises = rng.gamma(25, 6_000, draws)
set_up = lognormal(500_000, 100_000, staff_and_set_up[1])
licences = rng.choice([40_000, 45_000, 50_000, 70_000], draws)
rise = 0.01 + 0.004 * rng.standard_normal(draws)

total, years = -set_up, []
firsts = [effect * cost * reach * (1 - deadweight) for effect, cost, reach, _, deadweight in results]
price = np.ones(draws)
for year in range(1, YEARS + 1):
    net = -(staff + premises + licences) * price
    for first, (_, _, _, fade, _) in zip(firsts, results):
        net += first * np.maximum(0, 1 - fade * (year - 1))
    price = price * (1 + rise)
    total = total + net / 1.035 ** year
    years.append(total)
low, middle, high = np.percentile(total, [5, 50, 95])
fan = [np.percentile(y, [5, 25, 50, 75, 95]) for y in years]
print(time.process_time() - cpu, time.perf_counter() - wall, total.mean(), total.std(ddof=1) / draws ** 0.5, low, middle, high, (total > 0).mean(),
      resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
