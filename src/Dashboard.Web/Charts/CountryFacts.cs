using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Web.Charts;

/// <summary>What a table of countries tells, whatever its columns are: the same for its page and its drawing.</summary>
/// <param name="report">The report.</param>
public abstract class CountryFacts(GapReport report) : IChartFacts
{
    public GapReport Report => report;

    public GapWording Gaps { get; } = new(report, CultureInfo.CurrentUICulture);

    public abstract string Kind { get; }

    /// <summary>How the members are sorted.</summary>
    public CountryOrder Order { get; protected init; }

    /// <summary>The reader's language.</summary>
    protected CultureInfo Reader { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The subject and the members as sorted; none where there is nothing to tell.</summary>
    protected abstract IEnumerable<Standing> Standings { get; }

    /// <summary>What all their cells hold.</summary>
    protected abstract IEnumerable<FigureState> States { get; }

    /// <summary>The same page in another order.</summary>
    public abstract string In(CountryOrder order);

    /// <summary>Where a figure of members leads: to them, the highest first.</summary>
    /// <param name="column">The column's name in an order.</param>
    public string MadeOf(string column) => In(new CountryOrder(column, Descending: true));

    /// <summary>The sign of a country that another nation estimated.</summary>
    public const string Estimated = "◦";

    /// <summary>The sign of a cell without a value.</summary>
    public static string Sign(FigureState state) => state switch
    {
        FigureState.Insufficient => "…",
        FigureState.NotAssessed => "?",
        FigureState.NotApplicable => "–",
        FigureState.Withheld => "▨",
        _ => "·",
    };

    /// <summary>The word for what stands in the place of a figure.</summary>
    public string Word(FigureState state) => CompareWording.Word(state, Reader);

    /// <summary>The kinds of cells without a value that there are, in their order.</summary>
    public IEnumerable<FigureState> Empty => States.Where(state => state != FigureState.Scored).Distinct().Order();

    /// <summary>Whether a country is marked as estimated by another nation.</summary>
    public bool HasEstimated => Standings.Any(standing => MarkOf(standing).Length > 0);

    /// <summary>The name of a country.</summary>
    public string Name(Standing standing) => Country.NameOf(standing.Code, Reader);

    /// <summary>The name with the sign of an estimate, where no word for it stands beside.</summary>
    public string MarkedName(Standing standing) => MarkOf(standing) + Name(standing);

    /// <summary>On what a country's figures rest; empty where nothing is seen.</summary>
    public string Basis(Standing standing) => standing.Country.Source is { } source ? MarkOf(standing) + Texts.Of(source.Basis, Reader) : "";

    /// <summary>The sign of an estimate; empty where another stands for the figures.</summary>
    public static string MarkOf(Standing standing) => standing.Country.Source is { IsEstimated: true } ? Estimated + " " : "";
}
