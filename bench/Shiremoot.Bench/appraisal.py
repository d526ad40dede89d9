"""The option of AppraisalSpeed drawn with NumPy: CPU seconds for draws, with percentiles; then of four figures the mean, 5th, 50th and 95th percentile and share above nought."""
import sys
import time

import numpy as np

draws, seed = int(sys.argv[1]), int(sys.argv[2])
OUTCOMES, COSTS, YEARS, LASTS = 6, 7, 10, 3

cpu = time.process_time()
rng = np.random.default_rng(seed)
people = rng.triangular(300, 400, 600, draws)
taken = np.clip(rng.triangular(0.5, 0.7, 0.9, draws), 0, 1)
kept = people * taken * rng.uniform(0.7, 0.9, draws)
outcomes = []
for o in range(OUTCOMES):
    effect = np.minimum(rng.normal(0.2 + 0.02 * o, 0.04, draws), 1)
    baseline = np.maximum(rng.normal(2, 0.2, draws), 0)
    outcomes.append((kept * effect * baseline, rng.triangular(0.5, 1, 2, draws), rng.uniform(0.1, 0.5, draws), rng.triangular(0, 0.1, 0.3, draws)))
costs = [rng.triangular(100_000 * (c + 1), 125_000 * (c + 1), 190_000 * (c + 1), draws) for c in range(COSTS)]
police, probation = sum(costs[0::2]), sum(costs[1::2])

zero = np.zeros(draws)
fiscal, social, cashable, total_fiscal, avoided = zero, zero, zero, zero, []
net = [-(police + probation) for _ in range(YEARS)]
for o, (each, factor, drop, cash) in enumerate(outcomes):
    stays = 1 - drop
    powers = [each, each * stays, each * stays * stays]
    case, present, total = zero, zero, zero
    for t in range(YEARS):
        if t < LASTS:
            case = case + powers[t]
        present = present + case / 1.035 ** t
        total = total + case
        net[t] = net[t] + case * factor * 800 * (o + 1)
    saved = present * factor * 500 * (o + 1)
    fiscal, cashable = fiscal + saved, cashable + saved * cash
    total_fiscal = total_fiscal + total * factor * 500 * (o + 1)
    social = social + present * factor * 300 * (o + 1)
    avoided.append(total)
annuity = sum(1 / 1.035 ** t for t in range(YEARS))
spent = (police + probation) * annuity
benefits = fiscal + social
running, fan = zero, []
for t in range(YEARS):
    running = running + net[t] / 1.035 ** t
    fan.append(running)
whole, gain = benefits - spent, fiscal - spent
bearers = [fiscal - police * annuity, -probation * annuity, social]
drawn = time.process_time() - cpu
columns = [whole, gain, spent, benefits, fiscal, cashable, social, total_fiscal, cashable - spent, (police + probation) * YEARS, *bearers, *avoided, *fan]
for column in columns:
    np.percentile(column, [5, 25, 50, 75, 95])
print(drawn, time.process_time() - cpu)
for column in (whole, gain, cashable, fan[2]):
    print(column.mean(), *np.percentile(column, [5, 50, 95]), (column > 0).mean())
