using System.Runtime.InteropServices;
using System.Text;

namespace FaceEmulator.Vision;

/// <summary>Writes an ONNX graph: the protobuf messages ModelProto, GraphProto, NodeProto and TensorProto.</summary>
internal sealed class OnnxWriter : IDisposable
{
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly MemoryStream _graph = new();

    public void Node(string type, IEnumerable<string> inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new MemoryStream();
        foreach (string input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 3, output + "/" + type);
        Text(node, 4, type);
        foreach ((string name, object value) in attributes)
        {
            Message(node, 5, Attribute(name, value));
        }

        Message(_graph, 1, node);
    }

    public void Initializer(string name, ReadOnlySpan<float> values, params int[] shape) => Tensor(name, Float, MemoryMarshal.AsBytes(values), shape);

    public void Initializer(string name, params long[] values) => Tensor(name, Int64, MemoryMarshal.AsBytes<long>(values), [values.Length]);

    public void Dispose() => _graph.Dispose();

    public void Input(string name, params int[] shape) => Message(_graph, 11, ValueInfo(name, shape));

    public void Output(string name, params int[] shape) => Message(_graph, 12, ValueInfo(name, shape));

    public byte[] ToModel()
    {
        Text(_graph, 2, "graph");
        var opset = new MemoryStream();
        Text(opset, 1, string.Empty);
        Number(opset, 2, 13);
        var model = new MemoryStream();
        Number(model, 1, 8);
        Message(model, 7, _graph);
        Message(model, 8, opset);
        return model.ToArray();
    }

    private static MemoryStream Attribute(string name, object value)
    {
        var attribute = new MemoryStream();
        Text(attribute, 1, name);
        switch (value)
        {
            case int number:
                Number(attribute, 3, number);
                Number(attribute, 20, 2);
                break;
            case string text:
                Text(attribute, 4, text);
                Number(attribute, 20, 3);
                break;
            case int[] numbers:
                foreach (int item in numbers)
                {
                    Number(attribute, 8, item);
                }

                Number(attribute, 20, 7);
                break;
            default:
                throw new ArgumentException($"No attribute of type {value.GetType()}.", nameof(value));
        }

        return attribute;
    }

    private static MemoryStream ValueInfo(string name, int[] shape)
    {
        var dimensions = new MemoryStream();
        foreach (int size in shape)
        {
            var dimension = new MemoryStream();
            Number(dimension, 1, size);
            Message(dimensions, 1, dimension);
        }

        var tensor = new MemoryStream();
        Number(tensor, 1, Float);
        Message(tensor, 2, dimensions);
        var type = new MemoryStream();
        Message(type, 1, tensor);
        var info = new MemoryStream();
        Text(info, 1, name);
        Message(info, 2, type);
        return info;
    }

    private static void Message(MemoryStream to, int field, MemoryStream content)
    {
        Varint(to, (ulong)((field << 3) | 2));
        Varint(to, (ulong)content.Length);
        content.WriteTo(to);
    }

    private static void Text(MemoryStream to, int field, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Varint(to, (ulong)((field << 3) | 2));
        Varint(to, (ulong)bytes.Length);
        to.Write(bytes);
    }

    private static void Number(MemoryStream to, int field, long number)
    {
        Varint(to, (ulong)(field << 3));
        Varint(to, (ulong)number);
    }

    private static void Varint(MemoryStream to, ulong value)
    {
        while (value >= 0x80)
        {
            to.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        to.WriteByte((byte)value);
    }

    private void Tensor(string name, int type, ReadOnlySpan<byte> raw, int[] shape)
    {
        var tensor = new MemoryStream();
        foreach (int size in shape)
        {
            Number(tensor, 1, size);
        }

        Number(tensor, 2, type);
        Text(tensor, 8, name);
        Varint(tensor, (9 << 3) | 2);
        Varint(tensor, (ulong)raw.Length);
        tensor.Write(raw);
        Message(_graph, 5, tensor);
    }
}
