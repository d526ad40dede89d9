using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Shiremoot.Web.Guard;

/// <summary>
/// Who is signed in, kept here and not in the cookie: a session ends after an hour unused, after ten hours in any case,
/// at once on sign-out (a copied cookie dies with it), and when the program stops.
/// </summary>
public sealed class Sessions(TimeProvider clock) : ITicketStore
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);
    private const int Most = 1000;

    private sealed record Session(AuthenticationTicket Ticket, DateTimeOffset Began, DateTimeOffset Seen);

    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        DropEnded();
        string id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        sessions[id] = new(ticket, clock.GetUtcNow(), clock.GetUtcNow());
        return Task.FromResult(id);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (sessions.TryGetValue(key, out Session? session)) sessions.TryUpdate(key, session with { Ticket = ticket }, session);
        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (!sessions.TryGetValue(key, out Session? session)) return Task.FromResult<AuthenticationTicket?>(null);
        if (Ended(session))
        {
            sessions.TryRemove(key, out _);
            return Task.FromResult<AuthenticationTicket?>(null);
        }

        sessions.TryUpdate(key, session with { Seen = clock.GetUtcNow() }, session);
        return Task.FromResult<AuthenticationTicket?>(session.Ticket);
    }

    public Task RemoveAsync(string key)
    {
        sessions.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private bool Ended(Session session)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return now >= session.Seen + Idle || now >= session.Began + Longest;
    }

    private void DropEnded()
    {
        foreach ((string id, Session session) in sessions)
            if (Ended(session)) sessions.TryRemove(id, out _);
        foreach ((string id, _) in sessions.OrderBy(s => s.Value.Seen).Take(sessions.Count - Most + 1).ToList())
            sessions.TryRemove(id, out _);
    }
}
