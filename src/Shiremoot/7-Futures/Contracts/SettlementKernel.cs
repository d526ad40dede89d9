namespace Shiremoot.Futures.Contracts;

/// <summary>How one run ended.</summary>
/// <param name="Left">True if the right to leave was used.</param>
/// <param name="Paid">True if a rule paid for doing better.</param>
/// <param name="GaveBack">True if a rule took money back.</param>
internal readonly record struct Settled(bool Left, bool Paid, bool GaveBack);

/// <summary>
/// Works out one run: every sum that moves, to the penny. Units stand by line, then year; <c>counter</c> is what is taken to have happened without the contract,
/// <c>agreed</c> the baseline that grants and capacity are reckoned on.
/// </summary>
/// <remarks>Holds the state of one run: one for each thread.</remarks>
internal sealed class SettlementKernel(SettlementPlan plan, decimal[] agreed)
{
    private readonly Contract contract = plan.Contract;
    private readonly int years = plan.Contract.Years.Count, cashYears = plan.Contract.CashYears.Count;
    private readonly decimal[] paidByRule = new decimal[plan.Contract.Rules.Count], backByRule = new decimal[plan.Contract.Rules.Count], upfront = new decimal[plan.Contract.Sums.Count];
    private readonly decimal[] saved = new decimal[plan.Contract.Parties.Count];
    private decimal reserve;
    private bool paid, gaveBack;

    /// <param name="actual">Units that came.</param>
    /// <param name="counter">Units taken to have come without the contract.</param>
    /// <param name="poolCost">What nights cost a member of the pool on average, by year; empty where there is no pool.</param>
    /// <param name="leaves">Whether the right to leave is used; null: as its clause says.</param>
    /// <param name="amounts">By leg, then cash year: nought when handed in.</param>
    public Settled Settle(ReadOnlySpan<decimal> actual, ReadOnlySpan<decimal> counter, ReadOnlySpan<decimal> poolCost, bool? leaves, Span<decimal> amounts)
    {
        Array.Clear(paidByRule);
        Array.Clear(backByRule);
        Array.Clear(upfront);
        Array.Clear(saved);
        (reserve, paid, gaveBack) = (0, false, false);
        if (contract.Reserve is { } put) Post(plan.ReserveIn, 0, reserve = put.Amount, amounts);
        for (int year = 0; year < years; year++)
        {
            PaySums(year, amounts);
            PayLines(year, actual, amounts);
            Share(year, actual, poolCost, amounts);
            for (int rule = 0; rule < contract.Rules.Count; rule++)
                if (contract.Rules[rule].Window == PaymentWindow.Year) Apply(rule, year, year + 1, contract.Rules[rule].Threshold, actual, counter, amounts);
            if (contract.Break is { } clause && clause.After == year + 1 && (leaves ?? (Reduction(contract.Rules[0], 0, year + 1, actual, counter) < clause.LeaveBelow)))
            {
                Leave(clause, year, amounts);
                return new(true, paid, gaveBack);
            }
        }
        for (int rule = 0; rule < contract.Rules.Count; rule++)
        {
            PaymentRule r = contract.Rules[rule];
            if (r.Window == PaymentWindow.Term) Apply(rule, 0, years, r.Threshold, actual, counter, amounts);
            else if (r.Pooled is { } threshold && paidByRule[rule] == 0) PayFor(rule, 0, years, threshold, actual, counter, amounts);
        }
        if (reserve > 0) Post(plan.ReserveBack, years - 1, reserve, amounts);
        return new(false, paid, gaveBack);
    }

    /// <summary>What the nights of a year cost the holder.</summary>
    public decimal OwnCost(int year, ReadOnlySpan<decimal> units)
    {
        decimal cost = 0;
        for (int line = 0; line < contract.Lines.Count; line++) cost += CostTo(contract.Holder, line, year, units);
        return cost;
    }

    private decimal CostTo(int party, int line, int year, ReadOnlySpan<decimal> units)
    {
        ContractLine l = contract.Lines[line];
        decimal cost = 0, used = units[(line * years) + year];
        if (l.ChargedTo == party) cost += Pence.Round(used * l.Prices[year]);
        if (l.PaidBy == party && l.Provider >= 0) cost += l.ProviderPay(used, l.Bought ?? agreed[line * years], l.Prices[year]);
        if (l.PaidBy == party && l.ChargedTo >= 0) cost -= Pence.Round(used * l.Prices[year]);
        return cost;
    }

    private decimal AgreedCost(int party, int year)
    {
        decimal cost = 0;
        for (int line = 0; line < contract.Lines.Count; line++)
            if (contract.Lines[line] is { Prices.Count: > 0 } l && (party < 0 || l.ChargedTo == party || (l.ChargedTo < 0 && l.PaidBy == party))) cost += agreed[(line * years) + year] * l.Prices[year];
        return cost;
    }

    private void PaySums(int year, Span<decimal> amounts)
    {
        for (int sum = 0; sum < contract.Sums.Count; sum++)
        {
            ContractSum s = contract.Sums[sum];
            decimal amount = s.BaselineShare > 0 ? s.BaselineShare * AgreedCost(-1, year) : s.SavingShare > 0 ? s.SavingShare * saved[s.From] : s.ByYear[year];
            amount = Pence.Round(Math.Min(amount, s.Most ?? amount));
            Post(plan.Sum[sum], year, amount, amounts);
            if (s.Kind == ContractSumKind.Upfront) upfront[sum] += amount;
        }
    }

    private void PayLines(int year, ReadOnlySpan<decimal> actual, Span<decimal> amounts)
    {
        for (int line = 0; line < contract.Lines.Count; line++)
        {
            ContractLine l = contract.Lines[line];
            decimal used = actual[(line * years) + year];
            if (l.Provider >= 0) Post(plan.Provision[line], year, l.ProviderPay(used, l.Bought ?? agreed[line * years], l.Prices[year]), amounts);
            if (l.ChargedTo >= 0) Post(plan.Charge[line], year, Pence.Round(used * l.Prices[year]), amounts);
        }
        for (int party = 0; party < saved.Length; party++)
        {
            decimal spent = 0;
            for (int line = 0; line < contract.Lines.Count; line++) spent += CostTo(party, line, year, actual);
            saved[party] = Math.Max(0, AgreedCost(party, year) - spent);
        }
    }

    // The pool first, then the reserve on what is left to bear.
    private void Share(int year, ReadOnlySpan<decimal> actual, ReadOnlySpan<decimal> poolCost, Span<decimal> amounts)
    {
        if (contract.Pool is null && contract.Reserve is null) return;
        decimal cost = OwnCost(year, actual);
        if (contract.Pool is not null)
        {
            decimal over = Pence.Round(cost - poolCost[year]);
            Post(over > 0 ? plan.PoolIn : plan.PoolOut, year, Math.Abs(over), amounts);
            cost -= over;
        }
        if (contract.Reserve is not { } put) return;
        decimal above = Pence.Round(Math.Clamp(cost - (put.Over * AgreedCost(contract.Holder, year)), 0, reserve));
        Post(plan.ReserveOut, year, above, amounts);
        reserve -= above;
    }

    private void Apply(int rule, int from, int until, decimal threshold, ReadOnlySpan<decimal> actual, ReadOnlySpan<decimal> counter, Span<decimal> amounts)
    {
        PaymentRule r = contract.Rules[rule];
        PayFor(rule, from, until, threshold, actual, counter, amounts);
        if (r.Back is not { } back) return;
        decimal sum = back.Of == PayBackOf.Upfront ? upfront.Sum() : Worth(r, from, until, counter);
        decimal owed = back.Owed(Reduction(r, from, until, actual, counter), sum);
        if (back.Of == PayBackOf.Upfront) owed = Math.Min(owed, sum - backByRule[rule]);
        owed = Math.Max(0, Math.Min(owed, (back.Most ?? decimal.MaxValue) - backByRule[rule]));
        Post(plan.Back[rule], until - 1 + r.Lag, owed, amounts);
        backByRule[rule] += owed;
        gaveBack |= owed > 0;
    }

    private void PayFor(int rule, int from, int until, decimal threshold, ReadOnlySpan<decimal> actual, ReadOnlySpan<decimal> counter, Span<decimal> amounts)
    {
        PaymentRule r = contract.Rules[rule];
        if (!r.CanPay) return;
        decimal due = r.Pay(Reduction(r, from, until, actual, counter), Worth(r, from, until, counter), threshold);
        due = Math.Max(0, Math.Min(due, (r.Most ?? decimal.MaxValue) - paidByRule[rule]));
        Post(plan.Payment[rule], until - 1 + r.Lag, due, amounts);
        paidByRule[rule] += due;
        paid |= due > 0;
    }

    private void Leave(BreakClause clause, int year, Span<decimal> amounts)
    {
        for (int sum = 0; sum < contract.Sums.Count; sum++)
            if (plan.Exit[sum] >= 0) Post(plan.Exit[sum], year, Pence.Round(clause.Owes * upfront[sum]), amounts);
        if (reserve > 0) Post(plan.ReserveBack, year, reserve, amounts);
    }

    /// <summary>By how much units are under what they would have been, over some years.</summary>
    public decimal Reduction(PaymentRule rule, int from, int until, ReadOnlySpan<decimal> actual, ReadOnlySpan<decimal> counter)
    {
        decimal fewer = 0, of = 0;
        foreach (int line in rule.Lines)
            for (int year = from; year < until; year++)
            {
                ContractLine l = contract.Lines[line];
                decimal weight = rule.ByCost && rule.Form == ReductionForm.Share ? l.Prices[year] : 1, without = counter[(line * years) + year];
                fewer += weight * (without - actual[(line * years) + year]);
                of += rule.Form == ReductionForm.Points ? l.Cohort : weight * without;
            }
        return of == 0 ? 0 : fewer / of;
    }

    private decimal Worth(PaymentRule rule, int from, int until, ReadOnlySpan<decimal> counter)
    {
        if (rule.Amount is { } stated) return rule.Window == PaymentWindow.Year ? stated * (until - from) : stated;
        decimal worth = 0;
        foreach (int line in rule.Lines)
            for (int year = from; year < until; year++)
            {
                ContractLine l = contract.Lines[line];
                decimal units = rule.Form == ReductionForm.Points ? l.Cohort : counter[(line * years) + year];
                worth += units * (rule.Each ?? (rule.Cashable * l.Prices[year]));
            }
        return worth;
    }

    private void Post(int group, int year, decimal amount, Span<decimal> amounts)
    {
        if (amount == 0) return;
        ReadOnlySpan<PartyShare> shares = plan.Shares(group);
        int first = plan.First(group);
        if (shares.Length == 1)
        {
            amounts[(first * cashYears) + year] += amount;
            return;
        }
        Span<decimal> parts = stackalloc decimal[shares.Length];
        Pence.Divide(amount, shares, parts);
        for (int leg = 0; leg < parts.Length; leg++) amounts[((first + leg) * cashYears) + year] += parts[leg];
    }
}
