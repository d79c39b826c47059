namespace FaceCmdlets;

/// <summary>A picture on its way to a person.</summary>
/// <param name="Number">Its place in the input.</param>
/// <param name="Row">What the input says.</param>
/// <param name="Person">Whose it is; null for what is nobody's.</param>
/// <param name="Picture">The file.</param>
/// <param name="Target">Where the face is, where the input says so: left, top, width, height.</param>
internal sealed record EnrolmentItem(int Number, EnrolmentRow Row, EnrolledPerson? Person, PictureSource Picture, int[]? Target);

/// <summary>What came of an item: always a result, and where it failed the error as well.</summary>
internal sealed record EnrolmentOutcome(FaceImportResult Result, FaceServiceException? Failure = null);
