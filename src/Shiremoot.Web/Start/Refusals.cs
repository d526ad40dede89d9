using Shiremoot.Terms;

namespace Shiremoot.Web.Start;

/// <summary>What can stop the door from opening.</summary>
internal static class Refusals
{
    private const string NoPlaceCode = "WEB-01";
    private const string BadUrlCode = "WEB-02";
    private const string NamesNeededCode = "WEB-05";

    /// <summary>True if the command line was wrong, and not the machine.</summary>
    public static bool IsWrongUsage(Refusal why) => why.Code is NoPlaceCode or BadUrlCode or NamesNeededCode;

    public static Refusal NoPlace(string folder) =>
        new(NoPlaceCode, $"There is no place at {folder}: a place is a folder that holds place.yaml.", "Give the folder of a place, such as places/west-midlands.");

    public static Refusal BadUrl(string url) =>
        new(BadUrlCode, $"'{url}' is not an address to listen on.", "Write it in the form http://127.0.0.1:5080.");

    public static Refusal PortInUse(string urls) =>
        new("WEB-03", $"Something else is already listening on {urls}.", "Stop it, or choose another port with --urls http://127.0.0.1:5081.");

    public static Refusal CannotListen(string urls, string why) =>
        new("WEB-04", $"Cannot listen on {urls}: {why}", "Choose another address or port with --urls.");

    public static Refusal NamesNeeded(string url) =>
        new(NamesNeededCode, $"'{url}' listens on every address, so Shiremoot cannot tell which names are its own.", "Add --hosts with the names people will use, such as --hosts justice.example.org.");
}
