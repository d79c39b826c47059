using System.Security.Cryptography;

namespace FaceEmulator.Vision;

/// <summary>The networks' files, taken only as the very bytes that were measured.</summary>
internal static class ModelFiles
{
    private const string DetectorFile = "face_detection_full_range.tflite";
    private const string DetectorHash = "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3";
    private const string MeshFile = "face_mesh_solution_packed_assets.data";
    private const string MeshHash = "dbe5905c582c0462cdaea17e7e6ecea92edaa8cccc515c5e2e7291f2cbb5fb99";

    private const string RecognitionFile = "face_recognition_model.bin";
    private const string RecognitionHash = "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589";
    private const string ManifestFile = "face_recognition_model-weights_manifest.json";
    private const string ManifestHash = "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b";

    /// <summary>Where the packed assets hold the mesh network and the canonical face.</summary>
    private static readonly Range MeshBytes = 2495952..3737848;
    private static readonly Range CanonicalBytes = 3737848..3757224;

    public static byte[] ReadDetector(string folder) => Read(folder, DetectorFile, DetectorHash);

    public static (byte[] Mesh, byte[] Canonical) ReadMesh(string folder)
    {
        byte[] packed = Read(folder, MeshFile, MeshHash);
        return (packed[MeshBytes], packed[CanonicalBytes]);
    }

    public static (byte[] Weights, byte[] Manifest) ReadRecognition(string folder) => (Read(folder, RecognitionFile, RecognitionHash), Read(folder, ManifestFile, ManifestHash));

    private static byte[] Read(string folder, string name, string hash)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"The network {name} is not in '{folder}'. Build the emulator again: the build restores it.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash ? bytes
            : throw new InvalidDataException($"'{path}' is not the file that was measured (its SHA-256 differs). Delete it and build the emulator again.");
    }
}
