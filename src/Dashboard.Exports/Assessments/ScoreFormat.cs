namespace Dashboard.Exports.Assessments;

/// <summary>What answers leave as.</summary>
public enum ScoreFormat
{
    /// <summary>A workbook.</summary>
    Xlsx,
    /// <summary>Comma-separated values.</summary>
    Csv,
    /// <summary>JSON.</summary>
    Json,
}
