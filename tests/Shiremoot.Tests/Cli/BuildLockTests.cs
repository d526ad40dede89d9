using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>The scripts and styles of the pages are built once, however many commands come at once, with flock and without it. The builder is a stand-in that takes its time.</summary>
public sealed class BuildLockTests : IDisposable
{
    private const int AtOnce = 4;
    private readonly string root = Directory.CreateTempSubdirectory("shiremoot-lock-").FullName;

    public BuildLockTests()
    {
        Directory.CreateDirectory(Path.Combine(root, "src", "Shiremoot.Web"));
        File.WriteAllText(Path.Combine(root, "src", "Shiremoot.Web", "package.json"), "{}");
        Directory.CreateDirectory(Path.Combine(root, "bin"));
        foreach (string tool in (string[])["bash", "cat", "find", "mkdir", "mv", "rm", "sed", "sleep", "touch"]) File.CreateSymbolicLink(Path.Combine(root, "bin", tool), PathOf(tool));
        Script("node", "echo v22.0.0");
        Script("npm", $"echo \"$1\" >>'{root}/ran'; sleep 0.4; mkdir -p wwwroot/built");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Commands_at_once_build_once(bool hasFlock)
    {
        if (OperatingSystem.IsWindows() || (hasFlock && PathOf("flock").Length == 0)) return;
        if (hasFlock) File.CreateSymbolicLink(Path.Combine(root, "bin", "flock"), PathOf("flock"));
        Process[] all = [.. Enumerable.Range(0, AtOnce).Select(_ => Build())];
        foreach (Process one in all) Ends(one);
        File.ReadAllLines(Path.Combine(root, "ran")).ShouldBe(["ci", "run"]);
        Directory.Exists(Path.Combine(root, "artifacts", ".held")).ShouldBeFalse();
    }

    [Fact]
    public void A_lock_whose_holder_is_gone_is_taken_over()
    {
        if (OperatingSystem.IsWindows()) return;
        using Process gone = Process.Start("true");
        gone.WaitForExit();
        Directory.CreateDirectory(Path.Combine(root, "artifacts", ".held"));
        File.WriteAllText(Path.Combine(root, "artifacts", ".held", "pid"), $"{gone.Id}\n");
        Ends(Build());
        File.ReadAllLines(Path.Combine(root, "ran")).ShouldBe(["ci", "run"]);
    }

    private Process Build()
    {
        string common = Path.Combine(TestData.Root, "scripts", "common.sh");
        ProcessStartInfo start = new(PathOf("bash"), ["-c", $"set -euo pipefail; root='{root}'; . '{common}'; build_assets"]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PATH"] = Path.Combine(root, "bin");
        return Process.Start(start)!;
    }

    private static void Ends(Process process)
    {
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
        process.Dispose();
    }

    private void Script(string name, string line)
    {
        string path = Path.Combine(root, "bin", name);
        File.WriteAllText(path, $"#!{PathOf("bash")}\n{line}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string PathOf(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, tool)).FirstOrDefault(File.Exists) ?? "";
}
