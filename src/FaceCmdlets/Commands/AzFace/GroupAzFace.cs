using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Puts faces that look alike into groups; emits each face with its group's number.</summary>
[Cmdlet(VerbsData.Group, "AzFace")]
[OutputType(typeof(GroupedFace))]
public sealed class GroupAzFaceCommand : RecognitionSetCmdlet
{
    /// <summary>The service's limit for one question (REST API v1.2).</summary>
    private const int MostFaces = 1000;

    private protected override string ForEach => "Group-AzFace";

    private protected override void Answer()
    {
        IReadOnlyList<KnownFace> faces = Faces;
        if (faces.Count is < 2 or > MostFaces)
        {
            Stop(faces.Count < 2 ? "TooFewFaces" : "TooManyFaces", FormattableString.Invariant($"The service groups 2 to {MostFaces} faces at a time; here are {faces.Count}."), ErrorCategory.LimitsExceeded, faces.Count);
        }

        Dictionary<Guid, KnownFace> known = faces.ToDictionary(face => face.Id);
        IReadOnlyList<IReadOnlyList<Guid>> groups = Ask(Recognition.GroupAsync([.. known.Keys], Scope), null, faces);
        int number = 0;
        foreach (IReadOnlyList<Guid> group in groups)
        {
            number++;
            foreach (Guid id in group)
            {
                if (known.Remove(id, out KnownFace? face))
                {
                    Emit(face, number, group.Count);
                }
            }
        }

        foreach (KnownFace face in faces.Where(face => known.ContainsKey(face.Id)))
        {
            Emit(face, 0, known.Count);
        }
    }

    private void Emit(KnownFace face, int number, int size) => WriteObject(new GroupedFace
    {
        GroupNumber = number,
        GroupSize = size,
        Path = face.Path,
        FaceNumber = face.FaceNumber,
        Left = face.Rectangle?.Left,
        Top = face.Rectangle?.Top,
        Width = face.Rectangle?.Width,
        Height = face.Rectangle?.Height,
        FaceId = face.Id,
    });
}
