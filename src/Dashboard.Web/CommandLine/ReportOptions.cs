using System.CommandLine;
using Dashboard.Core;
using Dashboard.Data.Readiness;

namespace Dashboard.Web.CommandLine;

/// <summary>What every command that reads a gap report asks.</summary>
internal sealed class ReportOptions
{
    private readonly Argument<string> _country = SharedOptions.Country("The country to look at: ISO 3166-1 alpha-3 code, for example JPN.");
    private readonly Option<string> _against = new("--against") { Description = "The group to compare with, for example NATO.", HelpName = "GROUP", Required = true };
    private readonly Option<string> _statistic = Statistic();
    private readonly Option<string?> _cycle = Cycle();
    private readonly Option<bool> _observers = Observers();
    private readonly Option<bool> _preview = new("--preview-drafts") { Description = "Let the reader's own nation's unapproved assessment of the country stand in for its approved one." };

    public ReportOptions(Command command)
    {
        command.Arguments.Add(_country);
        foreach (var option in (Option[])[_against, _statistic, _cycle, _observers, _preview])
            command.Options.Add(option);
    }

    public static Option<string> Statistic() => new("--statistic") { Description = "How the members' scores become one benchmark: median (default), mean, upper-quartile, best.", HelpName = "STATISTIC", DefaultValueFactory = _ => "median" };

    public static Option<string?> Cycle() => SharedOptions.Cycle("The assessment cycle (default: the latest).");

    public static Option<bool> Observers() => new("--with-observers") { Description = "Count observers and partners of the group too." };

    /// <exception cref="InputException">No such statistic.</exception>
    public ReportRequest Of(ParseResult options) => new(
        options.GetRequiredValue(_country),
        options.GetRequiredValue(_against),
        CodeName.Parse<Core.Readiness.Statistic>("statistic", options.GetRequiredValue(_statistic)),
        options.GetValue(_cycle),
        options.GetValue(_observers),
        options.GetValue(_preview));
}
