using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Forms;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Reading;

/// <summary>A page that tells a report: the whole question stands in its address, the same on each of them.</summary>
public abstract class ReadingPage : AddressedPage
{
    /// <summary>The country that is looked at.</summary>
    [Parameter] public string Subject { get; set; } = "";

    [SupplyParameterFromQuery] public string? Against { get; set; }
    [SupplyParameterFromQuery] public string? Statistic { get; set; }
    [SupplyParameterFromQuery] public string? Observers { get; set; }
    [SupplyParameterFromQuery] public string? Cycle { get; set; }
    [SupplyParameterFromQuery] public string? Preview { get; set; }
    [SupplyParameterFromQuery] public string? Basis { get; set; }
    [SupplyParameterFromQuery] public string? Assessor { get; set; }
    [SupplyParameterFromQuery] public string? Revision { get; set; }

    /// <summary>What a page is called; null for the name of its <see cref="ReadingPlace"/>.</summary>
    public virtual string? Title => null;

    /// <summary>What the address names besides the question, for this page alone: it stays when another question is asked.</summary>
    public virtual IEnumerable<(string Name, string? Value)> Kept => [];

    /// <summary>The country whose report is asked for.</summary>
    protected virtual string Looked => Subject;

    /// <summary>The reader's own nation.</summary>
    public string Nation { get; private set; } = "";

    /// <summary>The groups that may be compared with.</summary>
    public IReadOnlyList<CountryGroup> Groups { get; private set; } = [];

    /// <summary>The cycles that may be looked at.</summary>
    public IReadOnlyList<Cycle> Cycles { get; private set; } = [];

    /// <summary>The forms that a report can fill.</summary>
    public IReadOnlyList<OfferedForm> Forms { get; private set; } = [];

    /// <summary>Why the address cannot be answered; null if it can.</summary>
    public string? Trouble => Unanswered;

    /// <summary>What the page tells is of one moment.</summary>
    protected ReportReader Reports { get; private set; } = null!;

    [Inject] private ReportReader Reader { get; set; } = null!;

    [Inject] private ViewerSource Viewers { get; set; } = null!;

    /// <summary>Reads what the page tells.</summary>
    /// <exception cref="Core.InputException">As the reader throws it.</exception>
    protected abstract Task ReadAsync(Viewer viewer, ReportRequest request);

    protected sealed override async Task LoadAsync()
    {
        var reader = (await Viewers.SignedInAsync((await User).User))!;
        var viewer = reader.Viewer;
        Nation = viewer.Nation;
        Reports = await Reader.AtOnceAsync(reader.AuditHead);
        var askable = await Reports.ReadAskableAsync(viewer);
        (Groups, Cycles, Forms) = (askable.Groups, askable.Cycles, askable.Forms);
        await ReadAsync(viewer, new GapQuery(Against, Statistic, Cycle, Preview, Basis, Assessor, Revision, Observers).Of(Looked));
    }
}
