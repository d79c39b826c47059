using System.Runtime.InteropServices;
using System.Text.Json;

namespace FaceEmulator.Vision;

/// <summary>
/// Turns the recognition network of face-api (dlib's, a ResNet of 29 layers: weights of 8 bits, and a manifest that says how
/// they are scaled) into ONNX, in memory: channels first, each layer's scale folded into its convolution.
/// </summary>
internal sealed class FaceApiToOnnx : IDisposable
{
    public const int InputSize = 150;
    public const int Numbers = 128;

    /// <summary>The blocks in their order; "down" halves the picture.</summary>
    private static readonly string[] Blocks =
    [
        "conv32_1", "conv32_2", "conv32_3", "conv64_down", "conv64_1", "conv64_2", "conv64_3", "conv128_down", "conv128_1", "conv128_2",
        "conv256_down", "conv256_1", "conv256_2", "conv256_down_out",
    ];

    private static readonly int[] Two = [2, 2];
    private static readonly int[] Three = [3, 3];
    private static readonly int[] RowsAndColumns = [2, 3];

    private readonly OnnxWriter _onnx = new();
    private readonly Dictionary<string, (float[] Values, int[] Shape)> _weights;

    private FaceApiToOnnx(Dictionary<string, (float[] Values, int[] Shape)> weights) => _weights = weights;

    public static byte[] Convert(ReadOnlySpan<byte> weights, ReadOnlyMemory<byte> manifest)
    {
        using var converter = new FaceApiToOnnx(Read(weights, manifest));
        return converter.Write();
    }

    public void Dispose() => _onnx.Dispose();

    private static Dictionary<string, (float[] Values, int[] Shape)> Read(ReadOnlySpan<byte> bytes, ReadOnlyMemory<byte> manifest)
    {
        using JsonDocument document = JsonDocument.Parse(manifest);
        Dictionary<string, (float[] Values, int[] Shape)> read = [];
        foreach (JsonElement weight in document.RootElement[0].GetProperty("weights").EnumerateArray())
        {
            int[] shape = [.. weight.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            var values = new float[shape.Aggregate(1, (all, size) => all * size)];
            if (weight.TryGetProperty("quantization", out JsonElement quantization))
            {
                float scale = quantization.GetProperty("scale").GetSingle(), least = quantization.GetProperty("min").GetSingle();
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = (bytes[i] * scale) + least;
                }

                bytes = bytes[values.Length..];
            }
            else
            {
                MemoryMarshal.Cast<byte, float>(bytes)[..values.Length].CopyTo(values);
                bytes = bytes[(values.Length * sizeof(float))..];
            }

            read.Add(weight.GetProperty("name").GetString()!, (values, shape));
        }

        return bytes.IsEmpty ? read : throw new InvalidDataException("The recognition network has more weights than its manifest names.");
    }

    private byte[] Write()
    {
        _onnx.Input("picture", 1, 3, InputSize, InputSize);
        (int size, int channels) = (((InputSize - 7) / 2) + 1, 32);
        Convolution("conv32_down", "picture", "first", stride: 2, padding: 0, relu: true);
        _onnx.Node("MaxPool", ["first"], "pooled", ("kernel_shape", Three), ("strides", Two));
        size = ((size - 3) / 2) + 1;
        string last = "pooled";
        foreach (string block in Blocks)
        {
            bool down = block.Contains("down", StringComparison.Ordinal);
            Convolution(block + "/conv1", last, block + "/a", down ? 2 : 1, down ? 0 : 1, relu: true);
            int outChannels = Convolution(block + "/conv2", block + "/a", block + "/b", 1, 1, relu: false);
            string sum = block + "/b", shortcut = last;
            if (down)
            {
                int halved = ((size - 3) / 2) + 1;
                _onnx.Node("AveragePool", [last], shortcut = block + "/half", ("kernel_shape", Two), ("strides", Two));
                shortcut = Pad(shortcut, outChannels - channels, 0);
                size /= 2;
                sum = Pad(sum, 0, size - halved);
            }

            channels = outChannels;
            _onnx.Node("Add", [shortcut, sum], block + "/sum");
            _onnx.Node("Relu", [block + "/sum"], last = block + "/out");
        }

        _onnx.Node("ReduceMean", [last], "mean", ("axes", RowsAndColumns), ("keepdims", 0));
        (float[] values, int[] shape) = _weights["fc"];
        _onnx.Initializer("fc", values, shape);
        _onnx.Node("MatMul", ["mean", "fc"], "descriptor");
        _onnx.Output("descriptor", 1, Numbers);
        return _onnx.ToModel();
    }

    /// <summary>Zeros behind the channels, or behind the rows and columns.</summary>
    private string Pad(string input, int channels, int side)
    {
        if (channels == 0 && side == 0)
        {
            return input;
        }

        _onnx.Initializer(input + "/pads", 0L, 0, 0, 0, 0, channels, side, side);
        _onnx.Node("Pad", [input, input + "/pads"], input + "/padded");
        return input + "/padded";
    }

    private int Convolution(string name, string input, string output, int stride, int padding, bool relu)
    {
        (float[] filters, int[] shape) = _weights[name + "/conv/filters"];
        float[] bias = _weights[name + "/conv/bias"].Values, weights = _weights[name + "/scale/weights"].Values, biases = _weights[name + "/scale/biases"].Values;
        (int height, int width, int ins, int outs) = (shape[0], shape[1], shape[2], shape[3]);
        var turned = new float[filters.Length];
        for (int o = 0, to = 0; o < outs; o++)
        {
            for (int i = 0; i < ins; i++)
            {
                for (int p = 0; p < height * width; p++)
                {
                    turned[to++] = filters[(((p * ins) + i) * outs) + o] * weights[o];
                }
            }
        }

        _onnx.Initializer(name + "/kernel", turned, outs, ins, height, width);
        _onnx.Initializer(name + "/bias", [.. Enumerable.Range(0, outs).Select(o => (bias[o] * weights[o]) + biases[o])], outs);
        string linear = relu ? output + "/linear" : output;
        _onnx.Node("Conv", [input, name + "/kernel", name + "/bias"], linear, ("kernel_shape", new[] { height, width }), ("strides", new[] { stride, stride }), ("pads", new[] { padding, padding, padding, padding }));
        if (relu)
        {
            _onnx.Node("Relu", [linear], output);
        }

        return outs;
    }
}
