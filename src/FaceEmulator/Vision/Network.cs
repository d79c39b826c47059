using Microsoft.ML.OnnxRuntime;

namespace FaceEmulator.Vision;

/// <summary>A network on the CPU, one thread a run; runs may go side by side.</summary>
internal sealed class Network : IDisposable
{
    // Alive as long as the process: a run whose options are finalised under it crashes.
    private static readonly RunOptions Options = new();

    private readonly InferenceSession _session;
    private readonly string _input;
    private readonly long[] _shape;

    public Network(byte[] onnx)
    {
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, EnableMemoryPattern = true };
        _session = new InferenceSession(onnx, options);
        _input = _session.InputNames[0];
        _shape = [.. _session.InputMetadata[_input].Dimensions.Select(size => (long)size)];
    }

    /// <summary>Runs it; hands the outputs, in the network's order, to a reader.</summary>
    public T Run<T>(float[] input, Func<IReadOnlyList<float[]>, T> read)
    {
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(input, _shape);
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(Options, [_input], [value], _session.OutputNames);
        return read([.. outputs.Select(output => output.GetTensorDataAsSpan<float>().ToArray())]);
    }

    public void Dispose() => _session.Dispose();
}
