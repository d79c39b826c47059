using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>Looks at pictures for every operation that takes one: as many at a time as there are processors, the same one only once.</summary>
internal sealed class Sight(FaceAnalyzer analyzer) : IDisposable
{
    private const int SmallestSide = 36;

    private readonly AnalysisCache _seen = new();
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);

    public async Task<SeenPicture> LookAsync(byte[] content, bool describe, CancellationToken cancellationToken)
    {
        string key = AnalysisCache.KeyOf(content);
        SeenPicture? seen = _seen.Find(key);
        if (seen is null || (describe && seen.Descriptors is null))
        {
            await _processors.WaitAsync(cancellationToken);
            try
            {
                seen = await Task.Run(() => Look(content, describe, cancellationToken), cancellationToken);
            }
            finally
            {
                _processors.Release();
            }

            _seen.Add(key, seen);
        }

        return seen;
    }

    public void Dispose() => _processors.Dispose();

    private SeenPicture Look(byte[] content, bool describe, CancellationToken cancellationToken)
    {
        try
        {
            using Picture picture = Picture.Decode(content);
            if (Math.Min(picture.Width, picture.Height) < SmallestSide)
            {
                throw PictureBody.TooSmall;
            }

            IReadOnlyList<AnalyzedFace> faces = analyzer.Analyze(picture, cancellationToken);
            return new SeenPicture(picture.Width, picture.Height, faces, describe ? [.. faces.Select(face => analyzer.Describe(picture, face))] : null);
        }
        catch (PictureException e) when (e.Problem == PictureProblem.TooManyPixels)
        {
            throw PictureBody.TooBig;
        }
        catch (PictureException)
        {
            throw new FaceError(400, "InvalidImage", "Decoding error, image format unsupported.");
        }
    }
}
