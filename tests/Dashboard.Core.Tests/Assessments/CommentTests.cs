using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tests.Assessments;

public class CommentTests
{
    [Theory]
    [InlineData("  Which exercise?  ", "Which exercise?")]
    [InlineData("Two\r\nlines\tand a tab", "Two\nlines\tand a tab")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("هل هذا صحيح؟", "هل هذا صحيح؟")]
    public void Check_KeepsWhatIsSaid(string typed, string kept) => Assert.Equal(kept, Comment.Check(typed, "LAN-1"));

    [Theory]
    [InlineData(" \r\n ", "CommentEmpty")]
    [InlineData("\u200B \u00AD\u2060", "CommentEmpty")]
    [InlineData("a\0b", "CommentUnseen")]
    [InlineData("a\u202Eb", "CommentUnseen")]
    [InlineData("a\u001B[2Jb", "CommentUnseen")]
    public void Check_NothingOrUnseen_IsRefused(string typed, string key) => Assert.Equal(key, Assert.Throws<InputException>(() => Comment.Check(typed, "LAN-1")).Key);

    [Fact]
    public void Check_TooLong_SaysHowLong()
    {
        Assert.Equal(Comment.TextLength, Comment.Check(new string('x', Comment.TextLength), "LAN-1").Length);
        Assert.Equal("LAN-1: the text has 100000 characters; shorten it to 4000.", Assert.Throws<InputException>(() => Comment.Check(new string('x', 100_000), "LAN-1")).Message);
    }

    [Fact]
    public void IsOpen_TheFirstOfAThreadUntilItIsSettled()
    {
        var first = new Comment { AssessmentId = 1, Indicator = "LAN-1", Text = "?", By = "Rin", At = default };
        Assert.True(first.IsOpen);
        Assert.False((first with { ResolvedBy = "Aoki" }).IsOpen);
        Assert.False((first with { ReplyTo = 1 }).IsOpen);
    }
}
