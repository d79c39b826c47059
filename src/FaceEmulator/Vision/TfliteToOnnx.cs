using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FaceEmulator.Vision;

/// <summary>
/// Turns a .tflite network into ONNX, in memory: channels first, constants widened from 16 bits. It knows the
/// operators of the networks that the emulator uses, and refuses any other.
/// </summary>
internal sealed class TfliteToOnnx : IDisposable
{
    private static readonly int[] ToChannelsLast = [0, 2, 3, 1];

    private readonly OnnxWriter _onnx = new();
    private readonly FlatTable[] _tensors;
    private readonly FlatTable[] _buffers;
    private readonly Dictionary<int, (float[] Values, int[] Shape)> _constants = [];
    private readonly HashSet<string> _written = [];

    private TfliteToOnnx(FlatTable[] tensors, FlatTable[] buffers)
    {
        _tensors = tensors;
        _buffers = buffers;
    }

    public static byte[] Convert(ReadOnlyMemory<byte> tflite)
    {
        FlatTable model = FlatTable.Root(tflite);
        int[] codes = [.. model.Tables(1).Select(code => Math.Max(code.Byte(0), code.Int(3)))];
        FlatTable graph = model.Tables(2)[0];
        using var converter = new TfliteToOnnx(graph.Tables(0), model.Tables(4));
        int input = graph.Ints(1)[0];
        converter._onnx.Input(Name(input), converter.ChannelsFirst(input));
        foreach (FlatTable node in graph.Tables(3))
        {
            converter.Write(codes[node.Int(0)], node.Ints(1), node.Ints(2)[0], node.Table(4) ?? default);
        }

        foreach (int output in graph.Ints(2))
        {
            converter._onnx.Output(Name(output), converter.ChannelsFirst(output));
        }

        return converter._onnx.ToModel();
    }

    public void Dispose() => _onnx.Dispose();

    private static string Name(int tensor) => "t" + tensor;

    private static int[] SamePadding(int[] input, int kernelHeight, int kernelWidth, int strideHeight, int strideWidth)
    {
        int vertical = Total(input[1], kernelHeight, strideHeight);
        int horizontal = Total(input[2], kernelWidth, strideWidth);
        return [vertical / 2, horizontal / 2, vertical - (vertical / 2), horizontal - (horizontal / 2)];

        static int Total(int size, int kernel, int stride) =>
            Math.Max(((((size + stride - 1) / stride) - 1) * stride) + kernel - size, 0);
    }

    private int[] Shape(int tensor) => _tensors[tensor].Ints(0);

    private int[] ChannelsFirst(int tensor) => Shape(tensor) is [var n, var h, var w, var c] ? [n, c, h, w] : Shape(tensor);

    private void Write(int code, int[] inputs, int output, FlatTable options)
    {
        switch (code)
        {
            case 0: // ADD
                Activated("Add", [Activation(inputs[0]), Activation(inputs[1])], output, options.Byte(0));
                break;
            case 2: // CONCATENATION
                int axis = options.Int(0);
                _onnx.Node("Concat", inputs.Select(Activation), Name(output), ("axis", Shape(output).Length == 4 ? (axis is 3 or -1 ? 1 : axis == 0 ? 0 : axis + 1) : axis));
                break;
            case 3: // CONV_2D
                Convolution(inputs, output, options.Byte(0), options.Int(2), options.Int(1), options.Byte(3), depthwise: false);
                break;
            case 4: // DEPTHWISE_CONV_2D
                Convolution(inputs, output, options.Byte(0), options.Int(2), options.Int(1), options.Byte(4), depthwise: true);
                break;
            case 6: // DEQUANTIZE
                _constants[output] = (Constant(inputs[0]).Values, Shape(output));
                break;
            case 14: // LOGISTIC
                _onnx.Node("Sigmoid", [Activation(inputs[0])], Name(output));
                break;
            case 17: // MAX_POOL_2D
                int[] pads = options.Byte(0) == 0 ? SamePadding(Shape(inputs[0]), options.Int(4), options.Int(3), options.Int(2), options.Int(1)) : [0, 0, 0, 0];
                _onnx.Node("MaxPool", [Name(inputs[0])], Name(output), ("kernel_shape", new[] { options.Int(4), options.Int(3) }), ("strides", new[] { options.Int(2), options.Int(1) }), ("pads", pads));
                break;
            case 19: // RELU
                _onnx.Node("Relu", [Name(inputs[0])], Name(output));
                break;
            case 22: // RESHAPE
                string flat = Name(inputs[0]);
                if (Shape(inputs[0]).Length == 4)
                {
                    _onnx.Node("Transpose", [flat], flat = Name(output) + "/last", ("perm", ToChannelsLast));
                }

                _onnx.Initializer(Name(output) + "/shape", [.. Shape(output).Select(size => (long)size)]);
                _onnx.Node("Reshape", [flat, Name(output) + "/shape"], Name(output));
                break;
            case 23: // RESIZE_BILINEAR
                _onnx.Initializer(Name(output) + "/sizes", [.. ChannelsFirst(output).Select(size => (long)size)]);
                _onnx.Node("Resize", [Name(inputs[0]), string.Empty, string.Empty, Name(output) + "/sizes"], Name(output), ("mode", "linear"), ("coordinate_transformation_mode", options.Byte(3) != 0 ? "half_pixel" : options.Byte(2) != 0 ? "align_corners" : "asymmetric"));
                break;
            case 34: // PAD
                int[] around = Integers(inputs[1]);
                int[] order = [0, 3, 1, 2];
                _onnx.Initializer(Name(output) + "/pads", [.. order.Select(d => (long)around[2 * d]), .. order.Select(d => (long)around[(2 * d) + 1])]);
                _onnx.Node("Pad", [Name(inputs[0]), Name(output) + "/pads"], Name(output));
                break;
            case 54: // PRELU
                (float[] slope, int[] _) = Constant(inputs[1]);
                _onnx.Initializer(Name(output) + "/slope", slope, slope.Length, 1, 1);
                _onnx.Node("PRelu", [Name(inputs[0]), Name(output) + "/slope"], Name(output));
                break;
            default:
                throw new NotSupportedException($"The network has the operator {code}, which is not one of those that the emulator converts.");
        }
    }

    private void Convolution(int[] inputs, int output, byte padding, int strideHeight, int strideWidth, byte activation, bool depthwise)
    {
        (float[] weights, int[] shape) = Constant(inputs[1]);
        int height = shape[1], width = shape[2];
        // Out, height, width, in; a depthwise kernel holds its channels in the last place.
        int outs = depthwise ? shape[3] : shape[0], ins = depthwise ? 1 : shape[3];
        var turned = new float[weights.Length];
        for (int o = 0, to = 0; o < outs; o++)
        {
            for (int i = 0; i < ins; i++)
            {
                for (int p = 0; p < height * width; p++)
                {
                    turned[to++] = depthwise ? weights[(p * outs) + o] : weights[(((o * height * width) + p) * ins) + i];
                }
            }
        }

        string kernel = Name(output) + "/kernel", bias = Name(output) + "/bias";
        _onnx.Initializer(kernel, turned, outs, ins, height, width);
        _onnx.Initializer(bias, Constant(inputs[2]).Values, outs);
        int[] pads = padding == 0 ? SamePadding(Shape(inputs[0]), height, width, strideHeight, strideWidth) : [0, 0, 0, 0];
        Activated("Conv", [Name(inputs[0]), kernel, bias], output, activation, ("kernel_shape", new[] { height, width }), ("strides", new[] { strideHeight, strideWidth }), ("pads", pads), ("group", depthwise ? outs : 1));
    }

    private void Activated(string type, string[] inputs, int output, byte activation, params (string Name, object Value)[] attributes)
    {
        switch (activation)
        {
            case 0:
                _onnx.Node(type, inputs, Name(output), attributes);
                break;
            case 1:
                _onnx.Node(type, inputs, Name(output) + "/linear", attributes);
                _onnx.Node("Relu", [Name(output) + "/linear"], Name(output));
                break;
            case 3:
                _onnx.Node(type, inputs, Name(output) + "/linear", attributes);
                _onnx.Initializer(Name(output) + "/low", [0f]);
                _onnx.Initializer(Name(output) + "/high", [6f]);
                _onnx.Node("Clip", [Name(output) + "/linear", Name(output) + "/low", Name(output) + "/high"], Name(output));
                break;
            default:
                throw new NotSupportedException($"The network has the activation {activation}, which is not one of those that the emulator converts.");
        }
    }

    private string Activation(int tensor)
    {
        if (!_constants.TryGetValue(tensor, out (float[] Values, int[] Shape) constant))
        {
            return Name(tensor);
        }

        if (_written.Add(Name(tensor)))
        {
            _onnx.Initializer(Name(tensor), constant.Values, constant.Values.Length, 1, 1);
        }

        return Name(tensor);
    }

    private (float[] Values, int[] Shape) Constant(int tensor)
    {
        if (_constants.TryGetValue(tensor, out (float[] Values, int[] Shape) known))
        {
            return known;
        }

        ReadOnlySpan<byte> raw = _buffers[_tensors[tensor].Int(2)].Bytes(0).Span;
        float[] values;
        if (_tensors[tensor].Byte(1) == 1)
        {
            values = new float[raw.Length / 2];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(raw[(2 * i)..]);
            }
        }
        else
        {
            values = MemoryMarshal.Cast<byte, float>(raw).ToArray();
        }

        return (values, Shape(tensor));
    }

    private int[] Integers(int tensor) => MemoryMarshal.Cast<byte, int>(_buffers[_tensors[tensor].Int(2)].Bytes(0).Span).ToArray();
}
