namespace FaceCmdlets.Bulk.Tests;

/// <summary>Whatever the order in which requests end: each item once, in its place, and never more in flight than the width.</summary>
public sealed class TaskWindowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Gen<(int Width, int Count, int Seed)> Runs = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 60], Gen.Int[0, 1_000_000]);

    [Fact]
    public void In_order_each_item_leaves_once_and_in_its_place() => Runs.Sample(
        (width, count, seed) => Assert.Equal(Enumerable.Range(0, count), Drive(width, count, seed, ordered: true)),
        iter: 200);

    [Fact]
    public void Without_order_each_item_leaves_once() => Runs.Sample(
        (width, count, seed) => Assert.Equal(Enumerable.Range(0, count), Drive(width, count, seed, ordered: false).Order()),
        iter: 200);

    [Fact]
    public void Nothing_leaves_before_the_oldest_is_done()
    {
        var window = new TaskWindow<int, int>(3, ordered: true);
        var first = new TaskCompletionSource<int>();
        window.Add(0, first.Task);
        window.Add(1, Task.FromResult(1));
        Assert.False(window.TryTake(TimeSpan.FromMilliseconds(50), default, out _, out _));
        first.SetResult(0);
        Assert.True(window.TryTake(Patience, default, out int item, out _));
        Assert.Equal(0, item);
    }

    [Fact]
    public void Waiting_ends_at_once_when_it_is_cancelled()
    {
        var window = new TaskWindow<int, int>(1, ordered: true);
        window.Add(0, new TaskCompletionSource<int>().Task);
        using var cancel = new CancellationTokenSource(20);
        Assert.ThrowsAny<OperationCanceledException>(() => window.TryTake(Patience, cancel.Token, out _, out _));
    }

    [Fact]
    public void A_window_without_width_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskWindow<int, int>(0, ordered: true));

    [Fact]
    public void Where_all_are_running_it_is_full_at_its_width() => Gen.Select(Gen.Int[1, 12], Gen.Bool).Sample(
        (width, ordered) =>
        {
            var window = new TaskWindow<int, int>(width, ordered);
            for (int i = 0; i < width; i++)
            {
                Assert.False(window.IsFull);
                window.Add(i, new TaskCompletionSource<int>().Task);
            }

            Assert.True(window.IsFull);
        },
        iter: 50);

    [Fact]
    public void Behind_one_that_takes_long_eight_times_the_width_may_wait() => Gen.Int[2, 12].Sample(
        width =>
        {
            var window = new TaskWindow<int, int>(width, ordered: true);
            window.Add(0, new TaskCompletionSource<int>().Task);
            for (int i = 1; i < 8 * width; i++)
            {
                Assert.False(window.IsFull);
                window.Add(i, Task.FromResult(i));
            }

            Assert.True(window.IsFull);
        },
        iter: 30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_leaves_an_empty_window(bool ordered) =>
        Assert.False(new TaskWindow<int, int>(1, ordered).TryTake(TimeSpan.FromMilliseconds(1), default, out _, out _));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_done_leaves_without_patience(bool ordered)
    {
        var window = new TaskWindow<int, int>(2, ordered);
        window.Add(0, Task.FromResult(0));
        Assert.True(window.TryTake(TimeSpan.Zero, default, out _, out _));
        Assert.Equal(0, window.Count);
    }

    [Fact]
    public void What_is_done_leaves_even_when_it_is_cancelled()
    {
        var window = new TaskWindow<int, int>(2, ordered: true);
        window.Add(0, Task.FromResult(0));
        Assert.True(window.TryTake(Patience, new CancellationToken(true), out _, out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_patience_nothing_is_waited_for(bool ordered)
    {
        var window = new TaskWindow<int, int>(2, ordered);
        window.Add(0, new TaskCompletionSource<int>().Task);
        Assert.False(window.TryTake(TimeSpan.Zero, new CancellationToken(true), out _, out _));
    }

    [Fact]
    public async Task Without_order_one_that_takes_long_holds_up_nobody()
    {
        var window = new TaskWindow<int, int>(3, ordered: false);
        var second = new TaskCompletionSource<int>();
        window.Add(0, new TaskCompletionSource<int>().Task);
        window.Add(1, second.Task);
        Task<int> taken = Task.Run(() => window.TryTake(Patience, default, out int item, out _) ? item : -1);
        second.SetResult(1);
        Assert.Equal(1, await taken);
    }

    [Fact]
    public async Task Waiting_for_room_ends_when_one_more_is_done()
    {
        var window = new TaskWindow<int, int>(2, ordered: true);
        var running = new TaskCompletionSource<int>();
        using var waits = new ManualResetEventSlim();
        // Done already: no news.
        window.Add(0, Task.FromResult(0));
        window.Add(1, running.Task);
        Task<bool> waiting = Task.Run(() =>
        {
            waits.Set();
            window.WaitForRoom(Patience, default);
            return running.Task.IsCompleted;
        });
        waits.Wait();
        await Task.Delay(30);
        running.SetResult(1);
        Assert.True(await waiting);
    }

    [Fact]
    public void Waiting_for_room_ends_at_once_when_it_is_cancelled()
    {
        var window = new TaskWindow<int, int>(1, ordered: true);
        window.Add(0, new TaskCompletionSource<int>().Task);
        Assert.ThrowsAny<OperationCanceledException>(() => window.WaitForRoom(Patience, new CancellationToken(true)));
    }

    private static List<int> Drive(int width, int count, int seed, bool ordered)
    {
        var random = new Random(seed);
        var window = new TaskWindow<int, int>(width, ordered);
        List<(int Item, TaskCompletionSource<int> Source)> open = [];
        List<int> left = [];
        int next = 0;
        while (left.Count < count)
        {
            if (next < count && !window.IsFull && random.Next(3) > 0)
            {
                var source = new TaskCompletionSource<int>();
                open.Add((next, source));
                window.Add(next++, source.Task);
            }
            else if (open.Count > 0 && random.Next(2) == 0)
            {
                int at = random.Next(open.Count);
                (int item, TaskCompletionSource<int> source) = open[at];
                open.RemoveAt(at);
                if (item % 7 == 3)
                {
                    source.SetException(new InvalidOperationException("This one fails."));
                }
                else
                {
                    source.SetResult(item);
                }
            }

            Assert.InRange(open.Count, 0, width);
            Assert.InRange(window.Count, 0, 8 * width);
            bool somethingIsDone = ordered ? window.Count > 0 && open.TrueForAll(entry => entry.Item != left.Count) : window.Count > open.Count;
            while (somethingIsDone && window.TryTake(Patience, default, out int taken, out Task<int> done))
            {
                Assert.True(done.IsCompleted);
                left.Add(taken);
                somethingIsDone = ordered ? window.Count > 0 && open.TrueForAll(entry => entry.Item != left.Count) : window.Count > open.Count;
            }
        }

        return left;
    }
}
