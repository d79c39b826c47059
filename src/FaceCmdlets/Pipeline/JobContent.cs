namespace FaceCmdlets;

/// <summary>A picture itself on its way to a job. The engine keeps a job's input to the job's end; this lets go of the picture once the job has taken it.</summary>
/// <param name="content">byte[] or Stream.</param>
/// <param name="onTaken">Told once.</param>
internal sealed class JobContent(object content, Action onTaken)
{
    private object? _content = content;

    /// <summary>The picture, as the job's cmdlet takes it.</summary>
    public ImageContent Open() => _content is byte[] bytes ? new(bytes) { Origin = this } : new((Stream)_content!) { Origin = this };

    public void LetGo()
    {
        if (Interlocked.Exchange(ref _content, null) is not null)
        {
            onTaken();
        }
    }
}
