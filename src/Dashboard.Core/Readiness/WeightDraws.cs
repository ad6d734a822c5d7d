using System.Numerics;
using System.Runtime.InteropServices;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Readiness;

/// <summary>
/// Other weights of a framework: in each draw every weight is multiplied by a factor of its own between one half and two, spread evenly
/// over its logarithm, so that smaller is as likely as larger. A weighting is the group's: one draw weighs all countries alike.
/// </summary>
/// <remarks>
/// Every draw uses one number of the cycle's sequence for each indicator and one for each area, at the places that
/// <see cref="CountryDraws"/> uses of a country's: what is answered, and by whom, moves none of them.
/// </remarks>
internal sealed class WeightDraws
{
    private static readonly double[] Reciprocals = [.. Enumerable.Range(0, 19).Select(n => 1.0 / Math.Max(1, n))];
    private readonly Framework _framework;

    // One row for each indicator and one for each area, draw by draw, so that the loops run along memory. The last vector of a row may
    // hold more than the last draw; what is there is never read.
    private readonly Vector<double>[][] _indicators;
    private readonly Vector<double>[][] _areas;
    private readonly Vector<double>[] _weight;

    public WeightDraws(Framework framework, string cycle, int draws)
    {
        (_framework, _weight) = (framework, new Vector<double>[(draws + Vector<double>.Count - 1) / Vector<double>.Count]);
        (_indicators, _areas) = (new Vector<double>[framework.Indicators.Length][], new Vector<double>[framework.Areas.Length][]);
        var numbers = SplitMix64.For(FormattableString.Invariant($"{cycle}|weights"));
        var slots = framework.Indicators.Length + framework.Areas.Length;
        var slot = 0;
        for (var a = 0; a < framework.Areas.Length; a++)
        {
            var area = framework.Areas[a];
            for (var i = 0; i < area.Indicators.Length; i++)
                _indicators[framework.Offsets[a] + i] = Weights(area.Indicators[i].Weight, slot++);
            _areas[a] = Weights(area.Weight, slot++);
        }

        Vector<double>[] Weights(double weight, int place)
        {
            var row = Row();
            for (var draw = 0; draw < draws; draw++)
                Draws(row)[draw] = weight * Factor(numbers.Fraction((ulong)draw * (ulong)slots + (ulong)place));
            return row;
        }
    }

    /// <summary>2^(2u - 1): one half for 0, up to two. Only sums and products, which are the same on every machine; powers are not, to the last bit.</summary>
    internal static double Factor(double fraction)
    {
        const double Ln2 = 0.6931471805599453;
        var exponent = (2 * fraction - 1) * Ln2;
        var sum = 1.0;
        for (var n = Reciprocals.Length - 1; n > 0; n--)
            sum = 1 + exponent * Reciprocals[n] * sum;
        return sum;
    }

    /// <summary>The draws of a row, one by one.</summary>
    public static Span<double> Draws(Vector<double>[] row) => MemoryMarshal.Cast<Vector<double>, double>(row.AsSpan());

    /// <summary>Room for the draws of one country: a row for each area, and the total's last.</summary>
    public Vector<double>[][] Board() => [.. Enumerable.Range(0, _areas.Length + 1).Select(_ => Row())];

    /// <summary>
    /// Fills the rows of <paramref name="board"/> with the country's scores. Where it has none by the framework's own weights the row means
    /// nothing. Blanks, and areas without a score, weigh nothing.
    /// </summary>
    public void Fill(Standing country, Vector<double>[][] board)
    {
        for (var a = 0; a < _areas.Length; a++)
            if (country.Score(a).Value is not null)
                FillArea(country, a, board[a]);

        Begin(board[^1]);
        for (var a = 0; a < _areas.Length; a++)
            if (country.Score(a).Value is not null)
                Add(_areas[a], board[a], board[^1]);
        End(board[^1]);
    }

    private void FillArea(Standing country, int area, Vector<double>[] row)
    {
        Begin(row);
        for (var i = _framework.Offsets[area]; i < _framework.Offsets[area] + _framework.Areas[area].Indicators.Length; i++)
            if (country.Country.Cells[i] is { IsScored: true } cell)
                Add(_indicators[i], cell.Level, row);
        End(row);
    }

    private Vector<double>[] Row() => new Vector<double>[_weight.Length];

    private void Begin(Vector<double>[] row)
    {
        Array.Clear(row);
        Array.Clear(_weight);
    }

    private void Add(Vector<double>[] weights, double value, Vector<double>[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] += weights[i] * value;
            _weight[i] += weights[i];
        }
    }

    private void Add(Vector<double>[] weights, Vector<double>[] values, Vector<double>[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] += weights[i] * values[i];
            _weight[i] += weights[i];
        }
    }

    private void End(Vector<double>[] row)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] /= _weight[i];
    }
}
