using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Shiremoot.Terms;

namespace Shiremoot.Web.Start;

/// <summary>One address to listen on, read from --urls.</summary>
internal sealed record ListenAddress(string Url, bool IsHttps, string Host, int Port)
{
    private static readonly string[] EveryAddress = ["*", "+", "0.0.0.0", "[::]"];

    public bool IsEveryAddress => EveryAddress.Contains(Host);

    public bool IsLoopback => Host is "localhost" or "[::1]" || (System.Net.IPAddress.TryParse(Host, out var ip) && System.Net.IPAddress.IsLoopback(ip));

    public static Outcome<IReadOnlyList<ListenAddress>> ReadAll(DoorOptions options)
    {
        List<ListenAddress> addresses = [];
        foreach (string url in options.Urls)
        {
            if (!TryRead(url, out ListenAddress? address)) return Refusals.BadUrl(url);
            if (address.IsEveryAddress && options.Hosts.Count == 0) return Refusals.NamesNeeded(url);
            addresses.Add(address);
        }
        return addresses;
    }

    private static bool TryRead(string url, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        try
        {
            BindingAddress read = BindingAddress.Parse(url);
            if (read.Scheme is not ("http" or "https") || read.IsUnixPipe || read.IsNamedPipe || read.PathBase.Length > 0 || read.Port is < 0 or > 65535) return false;
            address = new(url, read.Scheme == "https", read.Host, read.Port);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
