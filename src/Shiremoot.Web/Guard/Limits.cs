using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Shiremoot.Web.Guard;

/// <summary>How often one address may try, and what it is told when it tries too often.</summary>
internal static class Limits
{
    /// <summary>The sign-in page: 30 keys tried a minute, 5 links asked for; looking at it without a key is free.</summary>
    public const string SignIn = "sign-in";


    /// <summary>The API: 600 a minute.</summary>
    public const string Api = "api";

    public static void Set(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? PerMinute("new " + Caller(context), 5)
            : context.Request.Query.ContainsKey("key") ? PerMinute("key " + Caller(context), 30) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Api, context => PerMinute(Caller(context), 600));
        options.OnRejected = (rejected, _) =>
        {
            TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static RateLimitPartition<string> PerMinute(string who, int tries) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) });

    private static string Caller(HttpContext context) => (context.Connection.RemoteIpAddress ?? IPAddress.None).ToString();
}
