namespace Azure.AI.Vision.Face;

/// <summary>Makes models as the service might answer them, for mocks: their constructors are not public.</summary>
public static partial class AIVisionFaceModelFactory
{
    /// <summary>A <see cref="Face.AccessoryItem"/> as the service might answer it.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="confidence">How sure, 0 to 1.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.AccessoryItem AccessoryItem(AccessoryType type = default, float confidence = 0) =>
        new() { Type = type, Confidence = confidence };

    /// <summary>A <see cref="Face.AddFaceResult"/> as the service might answer it.</summary>
    /// <param name="persistedFaceId">Its id. It does not expire.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.AddFaceResult AddFaceResult(Guid persistedFaceId = default) =>
        new() { PersistedFaceId = persistedFaceId };

    /// <summary>A <see cref="Face.BlurProperties"/> as the service might answer it.</summary>
    /// <param name="blurLevel">The level: low under 0.25, high from 0.75.</param>
    /// <param name="value">0 to 1; larger is blurrier.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.BlurProperties BlurProperties(BlurLevel blurLevel = default, float value = 0) =>
        new() { BlurLevel = blurLevel, Value = value };

    /// <summary>A <see cref="Face.CreatePersonResult"/> as the service might answer it.</summary>
    /// <param name="personId">The person's id.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.CreatePersonResult CreatePersonResult(Guid personId = default) =>
        new() { PersonId = personId };

    /// <summary>A <see cref="Face.ExposureProperties"/> as the service might answer it.</summary>
    /// <param name="exposureLevel">The level: under 0.25 too dark, from 0.75 too bright.</param>
    /// <param name="value">0 to 1; larger is brighter.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.ExposureProperties ExposureProperties(ExposureLevel exposureLevel = default, float value = 0) =>
        new() { ExposureLevel = exposureLevel, Value = value };

    /// <summary>A <see cref="Face.FaceAttributes"/> as the service might answer it.</summary>
    /// <param name="age">Age in years (limited access).</param>
    /// <param name="smile">Intensity of a smile, 0 to 1 (limited access).</param>
    /// <param name="facialHair">Facial hair (limited access).</param>
    /// <param name="glasses">Kind of glasses.</param>
    /// <param name="headPose">Rotation of the head.</param>
    /// <param name="hair">Hair (limited access).</param>
    /// <param name="occlusion">Which parts are covered.</param>
    /// <param name="accessories">What is worn; empty for nothing.</param>
    /// <param name="blur">How blurred the face is.</param>
    /// <param name="exposure">How the face is lit.</param>
    /// <param name="noise">How noisy the face is.</param>
    /// <param name="mask">Whether a mask is worn.</param>
    /// <param name="qualityForRecognition">Whether the face is good enough for recognition.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceAttributes FaceAttributes(float? age = null, float? smile = null, FacialHair? facialHair = null, GlassesType? glasses = null, HeadPose? headPose = null, HairProperties? hair = null, OcclusionProperties? occlusion = null, IEnumerable<AccessoryItem>? accessories = null, BlurProperties? blur = null, ExposureProperties? exposure = null, NoiseProperties? noise = null, MaskProperties? mask = null, QualityForRecognition? qualityForRecognition = null) =>
        new() { Age = age, Smile = smile, FacialHair = facialHair, Glasses = glasses, HeadPose = headPose, Hair = hair, Occlusion = occlusion, Accessories = accessories?.ToList(), Blur = blur, Exposure = exposure, Noise = noise, Mask = mask, QualityForRecognition = qualityForRecognition };

    /// <summary>A <see cref="Face.FaceDetectionResult"/> as the service might answer it.</summary>
    /// <param name="faceId">Id of the face for later calls; only when it was asked for.</param>
    /// <param name="recognitionModel">The recognition model behind the id; only when it was asked for.</param>
    /// <param name="faceRectangle">Where the face is, in pixels of the picture after its EXIF orientation.</param>
    /// <param name="faceLandmarks">27 points of the face; only when they were asked for.</param>
    /// <param name="faceAttributes">The attributes asked for.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceDetectionResult FaceDetectionResult(Guid? faceId = null, FaceRecognitionModel? recognitionModel = null, FaceRectangle? faceRectangle = null, FaceLandmarks? faceLandmarks = null, FaceAttributes? faceAttributes = null) =>
        new() { FaceId = faceId, RecognitionModel = recognitionModel, FaceRectangle = faceRectangle!, FaceLandmarks = faceLandmarks, FaceAttributes = faceAttributes };

    /// <summary>A <see cref="Face.FaceFindSimilarResult"/> as the service might answer it.</summary>
    /// <param name="confidence">How alike, 0 to 1; larger is more alike.</param>
    /// <param name="faceId">The face, where it was looked for among face ids.</param>
    /// <param name="persistedFaceId">The face, where it was looked for in a list.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceFindSimilarResult FaceFindSimilarResult(float confidence = 0, Guid? faceId = null, Guid? persistedFaceId = null) =>
        new() { Confidence = confidence, FaceId = faceId, PersistedFaceId = persistedFaceId };

    /// <summary>A <see cref="Face.FaceGroupingResult"/> as the service might answer it.</summary>
    /// <param name="groups">Faces of one person each, largest group first. One person may be spread over several.</param>
    /// <param name="messyGroup">Faces that resemble no other.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceGroupingResult FaceGroupingResult(IEnumerable<IList<Guid>>? groups = null, IEnumerable<Guid>? messyGroup = null) =>
        new() { Groups = groups?.ToList() ?? [], MessyGroup = messyGroup?.ToList() ?? [] };

    /// <summary>A <see cref="Face.FaceIdentificationCandidate"/> as the service might answer it.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="confidence">How sure, 0 to 1.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceIdentificationCandidate FaceIdentificationCandidate(Guid personId = default, float confidence = 0) =>
        new() { PersonId = personId, Confidence = confidence };

    /// <summary>A <see cref="Face.FaceIdentificationResult"/> as the service might answer it.</summary>
    /// <param name="faceId">The face in question.</param>
    /// <param name="candidates">Persons, best first; empty when none is sure enough.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceIdentificationResult FaceIdentificationResult(Guid faceId = default, IEnumerable<FaceIdentificationCandidate>? candidates = null) =>
        new() { FaceId = faceId, Candidates = candidates?.ToList() ?? [] };

    /// <summary>A <see cref="Face.FaceLandmarks"/> as the service might answer it.</summary>
    /// <param name="pupilLeft">The service's pupilLeft.</param>
    /// <param name="pupilRight">The service's pupilRight.</param>
    /// <param name="noseTip">The service's noseTip.</param>
    /// <param name="mouthLeft">The service's mouthLeft.</param>
    /// <param name="mouthRight">The service's mouthRight.</param>
    /// <param name="eyebrowLeftOuter">The service's eyebrowLeftOuter.</param>
    /// <param name="eyebrowLeftInner">The service's eyebrowLeftInner.</param>
    /// <param name="eyeLeftOuter">The service's eyeLeftOuter.</param>
    /// <param name="eyeLeftTop">The service's eyeLeftTop.</param>
    /// <param name="eyeLeftBottom">The service's eyeLeftBottom.</param>
    /// <param name="eyeLeftInner">The service's eyeLeftInner.</param>
    /// <param name="eyebrowRightInner">The service's eyebrowRightInner.</param>
    /// <param name="eyebrowRightOuter">The service's eyebrowRightOuter.</param>
    /// <param name="eyeRightInner">The service's eyeRightInner.</param>
    /// <param name="eyeRightTop">The service's eyeRightTop.</param>
    /// <param name="eyeRightBottom">The service's eyeRightBottom.</param>
    /// <param name="eyeRightOuter">The service's eyeRightOuter.</param>
    /// <param name="noseRootLeft">The service's noseRootLeft.</param>
    /// <param name="noseRootRight">The service's noseRootRight.</param>
    /// <param name="noseLeftAlarTop">The service's noseLeftAlarTop.</param>
    /// <param name="noseRightAlarTop">The service's noseRightAlarTop.</param>
    /// <param name="noseLeftAlarOutTip">The service's noseLeftAlarOutTip.</param>
    /// <param name="noseRightAlarOutTip">The service's noseRightAlarOutTip.</param>
    /// <param name="upperLipTop">The service's upperLipTop.</param>
    /// <param name="upperLipBottom">The service's upperLipBottom.</param>
    /// <param name="underLipTop">The service's underLipTop.</param>
    /// <param name="underLipBottom">The service's underLipBottom.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceLandmarks FaceLandmarks(LandmarkCoordinate? pupilLeft = null, LandmarkCoordinate? pupilRight = null, LandmarkCoordinate? noseTip = null, LandmarkCoordinate? mouthLeft = null, LandmarkCoordinate? mouthRight = null, LandmarkCoordinate? eyebrowLeftOuter = null, LandmarkCoordinate? eyebrowLeftInner = null, LandmarkCoordinate? eyeLeftOuter = null, LandmarkCoordinate? eyeLeftTop = null, LandmarkCoordinate? eyeLeftBottom = null, LandmarkCoordinate? eyeLeftInner = null, LandmarkCoordinate? eyebrowRightInner = null, LandmarkCoordinate? eyebrowRightOuter = null, LandmarkCoordinate? eyeRightInner = null, LandmarkCoordinate? eyeRightTop = null, LandmarkCoordinate? eyeRightBottom = null, LandmarkCoordinate? eyeRightOuter = null, LandmarkCoordinate? noseRootLeft = null, LandmarkCoordinate? noseRootRight = null, LandmarkCoordinate? noseLeftAlarTop = null, LandmarkCoordinate? noseRightAlarTop = null, LandmarkCoordinate? noseLeftAlarOutTip = null, LandmarkCoordinate? noseRightAlarOutTip = null, LandmarkCoordinate? upperLipTop = null, LandmarkCoordinate? upperLipBottom = null, LandmarkCoordinate? underLipTop = null, LandmarkCoordinate? underLipBottom = null) =>
        new() { PupilLeft = pupilLeft!, PupilRight = pupilRight!, NoseTip = noseTip!, MouthLeft = mouthLeft!, MouthRight = mouthRight!, EyebrowLeftOuter = eyebrowLeftOuter!, EyebrowLeftInner = eyebrowLeftInner!, EyeLeftOuter = eyeLeftOuter!, EyeLeftTop = eyeLeftTop!, EyeLeftBottom = eyeLeftBottom!, EyeLeftInner = eyeLeftInner!, EyebrowRightInner = eyebrowRightInner!, EyebrowRightOuter = eyebrowRightOuter!, EyeRightInner = eyeRightInner!, EyeRightTop = eyeRightTop!, EyeRightBottom = eyeRightBottom!, EyeRightOuter = eyeRightOuter!, NoseRootLeft = noseRootLeft!, NoseRootRight = noseRootRight!, NoseLeftAlarTop = noseLeftAlarTop!, NoseRightAlarTop = noseRightAlarTop!, NoseLeftAlarOutTip = noseLeftAlarOutTip!, NoseRightAlarOutTip = noseRightAlarOutTip!, UpperLipTop = upperLipTop!, UpperLipBottom = upperLipBottom!, UnderLipTop = underLipTop!, UnderLipBottom = underLipBottom! };

    /// <summary>A <see cref="Face.FaceRectangle"/> as the service might answer it.</summary>
    /// <param name="top">Pixels from the top.</param>
    /// <param name="left">Pixels from the left.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceRectangle FaceRectangle(int top = 0, int left = 0, int width = 0, int height = 0) =>
        new() { Top = top, Left = left, Width = width, Height = height };

    /// <summary>A <see cref="Face.FaceTrainingResult"/> as the service might answer it.</summary>
    /// <param name="status">How it stands.</param>
    /// <param name="createdDateTime">When it was asked for (UTC).</param>
    /// <param name="lastActionDateTime">When something was last done (UTC); the default value where the service says nothing.</param>
    /// <param name="lastSuccessfulTrainingDateTime">When a training last succeeded (UTC); the default value where none has.</param>
    /// <param name="message">Why it failed; null otherwise.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceTrainingResult FaceTrainingResult(FaceOperationStatus status = default, DateTimeOffset createdDateTime = default, DateTimeOffset lastActionDateTime = default, DateTimeOffset lastSuccessfulTrainingDateTime = default, string? message = null) =>
        new() { Status = status, CreatedDateTime = createdDateTime, LastActionDateTime = lastActionDateTime, LastSuccessfulTrainingDateTime = lastSuccessfulTrainingDateTime, Message = message };

    /// <summary>A <see cref="Face.FaceVerificationResult"/> as the service might answer it.</summary>
    /// <param name="isIdentical">Whether the service takes them for one person's: a confidence of 0.5 or more.</param>
    /// <param name="confidence">How alike, 0 to 1.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceVerificationResult FaceVerificationResult(bool isIdentical = false, float confidence = 0) =>
        new() { IsIdentical = isIdentical, Confidence = confidence };

    /// <summary>A <see cref="Face.FacialHair"/> as the service might answer it.</summary>
    /// <param name="moustache">0 to 1.</param>
    /// <param name="beard">0 to 1.</param>
    /// <param name="sideburns">0 to 1.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FacialHair FacialHair(float moustache = 0, float beard = 0, float sideburns = 0) =>
        new() { Moustache = moustache, Beard = beard, Sideburns = sideburns };

    /// <summary>A <see cref="Face.HairColor"/> as the service might answer it.</summary>
    /// <param name="color">The colour.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.HairColor HairColor(HairColorType color = default, float confidence = 0) =>
        new() { Color = color, Confidence = confidence };

    /// <summary>A <see cref="Face.HairProperties"/> as the service might answer it.</summary>
    /// <param name="bald">How bald, 0 to 1.</param>
    /// <param name="invisible">Whether the hair is covered.</param>
    /// <param name="hairColor">Colours, most likely first.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.HairProperties HairProperties(float bald = 0, bool invisible = false, IEnumerable<HairColor>? hairColor = null) =>
        new() { Bald = bald, Invisible = invisible, HairColor = hairColor?.ToList() ?? [] };

    /// <summary>A <see cref="Face.HeadPose"/> as the service might answer it.</summary>
    /// <param name="pitch">About the axis from ear to ear.</param>
    /// <param name="roll">In the plane of the picture.</param>
    /// <param name="yaw">About the vertical axis.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.HeadPose HeadPose(float pitch = 0, float roll = 0, float yaw = 0) =>
        new() { Pitch = pitch, Roll = roll, Yaw = yaw };

    /// <summary>A <see cref="Face.LandmarkCoordinate"/> as the service might answer it.</summary>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LandmarkCoordinate LandmarkCoordinate(float x = 0, float y = 0) =>
        new() { X = x, Y = y };

    /// <summary>A <see cref="Face.LargeFaceList"/> as the service might answer it.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What was kept with it, up to 16 384 characters.</param>
    /// <param name="recognitionModel">The network that describes its faces, for ever; only when it was asked for.</param>
    /// <param name="largeFaceListId">The id, 1 to 64 characters: small letters, digits, - and _.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LargeFaceList LargeFaceList(string? name = null, string? userData = null, FaceRecognitionModel? recognitionModel = null, string? largeFaceListId = null) =>
        new() { Name = name!, UserData = userData, RecognitionModel = recognitionModel, LargeFaceListId = largeFaceListId! };

    /// <summary>A <see cref="Face.LargeFaceListFace"/> as the service might answer it.</summary>
    /// <param name="persistedFaceId">The face's id. It does not expire.</param>
    /// <param name="userData">What was kept with it, up to 1024 characters.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LargeFaceListFace LargeFaceListFace(Guid persistedFaceId = default, string? userData = null) =>
        new() { PersistedFaceId = persistedFaceId, UserData = userData };

    /// <summary>A <see cref="Face.LargePersonGroup"/> as the service might answer it.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What was kept with it, up to 16 384 characters.</param>
    /// <param name="recognitionModel">The network that describes its faces, for ever; only when it was asked for.</param>
    /// <param name="largePersonGroupId">The id, 1 to 64 characters: small letters, digits, - and _.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LargePersonGroup LargePersonGroup(string? name = null, string? userData = null, FaceRecognitionModel? recognitionModel = null, string? largePersonGroupId = null) =>
        new() { Name = name!, UserData = userData, RecognitionModel = recognitionModel, LargePersonGroupId = largePersonGroupId! };

    /// <summary>A <see cref="Face.LargePersonGroupPerson"/> as the service might answer it.</summary>
    /// <param name="personId">The person's id.</param>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What was kept with it, up to 16 384 characters.</param>
    /// <param name="persistedFaceIds">The faces, up to 248.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LargePersonGroupPerson LargePersonGroupPerson(Guid personId = default, string? name = null, string? userData = null, IEnumerable<Guid>? persistedFaceIds = null) =>
        new() { PersonId = personId, Name = name!, UserData = userData, PersistedFaceIds = persistedFaceIds?.ToList() ?? [] };

    /// <summary>A <see cref="Face.LargePersonGroupPersonFace"/> as the service might answer it.</summary>
    /// <param name="persistedFaceId">The face's id. It does not expire.</param>
    /// <param name="userData">What was kept with it, up to 1024 characters.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LargePersonGroupPersonFace LargePersonGroupPersonFace(Guid persistedFaceId = default, string? userData = null) =>
        new() { PersistedFaceId = persistedFaceId, UserData = userData };

    /// <summary>A <see cref="Face.LivenessColorDecisionTarget"/> as the service might answer it.</summary>
    /// <param name="faceRectangle">Where the face is, in pixels.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessColorDecisionTarget LivenessColorDecisionTarget(FaceRectangle? faceRectangle = null) =>
        new() { FaceRectangle = faceRectangle! };

    /// <summary>A <see cref="Face.LivenessDecisionTargets"/> as the service might answer it.</summary>
    /// <param name="color">The colour picture.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessDecisionTargets LivenessDecisionTargets(LivenessColorDecisionTarget? color = null) =>
        new() { Color = color! };

    /// <summary>A <see cref="Face.LivenessError"/> as the service might answer it.</summary>
    /// <param name="code">The service's code, such as FaceWithMaskDetected.</param>
    /// <param name="message">What was wrong, in words.</param>
    /// <param name="targets">The pictures that were looked at.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessError LivenessError(string? code = null, string? message = null, LivenessDecisionTargets? targets = null) =>
        new() { Code = code!, Message = message!, Targets = targets! };

    /// <summary>A <see cref="Face.LivenessResult"/> as the service might answer it.</summary>
    /// <param name="livenessDecision">Whether a living person was there.</param>
    /// <param name="targets">The pictures that were looked at.</param>
    /// <param name="digest">The service's digest over what the client sent: compare it with the client's to see that nothing was changed on the way.</param>
    /// <param name="sessionImageId">The session's picture, where <c>EnableSessionImage</c> was set; for <see cref="FaceSessionClient.GetSessionImage(string, CancellationToken)"/>.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessResult LivenessResult(FaceLivenessDecision? livenessDecision = null, LivenessDecisionTargets? targets = null, string? digest = null, string? sessionImageId = null) =>
        new() { LivenessDecision = livenessDecision, Targets = targets!, Digest = digest!, SessionImageId = sessionImageId };

    /// <summary>A <see cref="Face.LivenessSession"/> as the service might answer it.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="authToken">What the person's device authenticates with. Give it to the device only.</param>
    /// <param name="status">How the session stands.</param>
    /// <param name="modelVersion">The network that decides.</param>
    /// <param name="isAbuseMonitoringEnabled">Of v1.3-preview.1; the published package has no such member. Whether the resource is watched for abuse.</param>
    /// <param name="expectedClientIpAddress">Of v1.3-preview.1; the published package has no such member. The address, or range of addresses, that attempts have to come from.</param>
    /// <param name="results">What happened so far.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessSession LivenessSession(string? sessionId = null, string? authToken = null, OperationState status = default, LivenessModel? modelVersion = null, bool isAbuseMonitoringEnabled = false, string? expectedClientIpAddress = null, LivenessSessionResults? results = null) =>
        new() { SessionId = sessionId!, AuthToken = authToken!, Status = status, ModelVersion = modelVersion, IsAbuseMonitoringEnabled = isAbuseMonitoringEnabled, ExpectedClientIpAddress = expectedClientIpAddress, Results = results! };

    /// <summary>A <see cref="Face.LivenessSessionAttempt"/> as the service might answer it.</summary>
    /// <param name="attemptId">The number of the attempt, from 1.</param>
    /// <param name="attemptStatus">How it stands.</param>
    /// <param name="result">What it came to; null while there is no result.</param>
    /// <param name="error">Why it came to none; null otherwise.</param>
    /// <param name="clientInformation">Of v1.3-preview.1; the published package has no such member. Where the attempt came from.</param>
    /// <param name="abuseMonitoringResult">Of v1.3-preview.1; the published package has no such member. Whether the attempt looks like abuse, where the resource is watched for it.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessSessionAttempt LivenessSessionAttempt(int attemptId = 0, OperationState attemptStatus = default, LivenessResult? result = null, LivenessError? error = null, IEnumerable<ClientInformation>? clientInformation = null, AbuseMonitoringResult? abuseMonitoringResult = null) =>
        new() { AttemptId = attemptId, AttemptStatus = attemptStatus, Result = result, Error = error, ClientInformation = clientInformation?.ToList() ?? [], AbuseMonitoringResult = abuseMonitoringResult };

    /// <summary>A <see cref="Face.LivenessSessionResults"/> as the service might answer it.</summary>
    /// <param name="attempts">The tries, newest first; empty at first.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessSessionResults LivenessSessionResults(IEnumerable<LivenessSessionAttempt>? attempts = null) =>
        new() { Attempts = attempts?.ToList() ?? [] };

    /// <summary>A <see cref="Face.LivenessWithVerifyOutputs"/> as the service might answer it.</summary>
    /// <param name="matchConfidence">How alike, 0 to 1.</param>
    /// <param name="isIdentical">Whether the service takes them for one person.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessWithVerifyOutputs LivenessWithVerifyOutputs(float matchConfidence = 0, bool isIdentical = false) =>
        new() { MatchConfidence = matchConfidence, IsIdentical = isIdentical };

    /// <summary>A <see cref="Face.LivenessWithVerifyReference"/> as the service might answer it.</summary>
    /// <param name="referenceType">The kind of the picture.</param>
    /// <param name="faceRectangle">Where the face is, in pixels.</param>
    /// <param name="qualityForRecognition">Whether it is good enough to be recognized.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessWithVerifyReference LivenessWithVerifyReference(FaceImageType referenceType = default, FaceRectangle? faceRectangle = null, QualityForRecognition qualityForRecognition = default) =>
        new() { ReferenceType = referenceType, FaceRectangle = faceRectangle!, QualityForRecognition = qualityForRecognition };

    /// <summary>A <see cref="Face.LivenessWithVerifyResult"/> as the service might answer it.</summary>
    /// <param name="livenessDecision">Whether a living person was there.</param>
    /// <param name="targets">The pictures that were looked at.</param>
    /// <param name="digest">The service's digest over what the client sent: compare it with the client's to see that nothing was changed on the way.</param>
    /// <param name="sessionImageId">The session's picture, where <c>EnableSessionImage</c> was set; for <see cref="FaceSessionClient.GetSessionImage(string, CancellationToken)"/>.</param>
    /// <param name="verifyResult">Whether the person is the one of the picture.</param>
    /// <param name="verifyImageHash">SHA-256 of the picture to verify, in capital hexadecimal digits; where <c>ReturnVerifyImageHash</c> was set.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessWithVerifyResult LivenessWithVerifyResult(FaceLivenessDecision? livenessDecision = null, LivenessDecisionTargets? targets = null, string? digest = null, string? sessionImageId = null, LivenessWithVerifyOutputs? verifyResult = null, string? verifyImageHash = null) =>
        new() { LivenessDecision = livenessDecision, Targets = targets!, Digest = digest!, SessionImageId = sessionImageId, VerifyResult = verifyResult, VerifyImageHash = verifyImageHash };

    /// <summary>A <see cref="Face.LivenessWithVerifySession"/> as the service might answer it.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="authToken">What the person's device authenticates with. Give it to the device only.</param>
    /// <param name="status">How the session stands.</param>
    /// <param name="modelVersion">The network that decides.</param>
    /// <param name="isAbuseMonitoringEnabled">Of v1.3-preview.1; the published package has no such member. Whether the resource is watched for abuse.</param>
    /// <param name="expectedClientIpAddress">Of v1.3-preview.1; the published package has no such member. The address, or range of addresses, that attempts have to come from.</param>
    /// <param name="results">What happened so far.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessWithVerifySession LivenessWithVerifySession(string? sessionId = null, string? authToken = null, OperationState status = default, LivenessModel? modelVersion = null, bool isAbuseMonitoringEnabled = false, string? expectedClientIpAddress = null, LivenessWithVerifySessionResults? results = null) =>
        new() { SessionId = sessionId!, AuthToken = authToken!, Status = status, ModelVersion = modelVersion, IsAbuseMonitoringEnabled = isAbuseMonitoringEnabled, ExpectedClientIpAddress = expectedClientIpAddress, Results = results! };

    /// <summary>A <see cref="Face.LivenessWithVerifySessionAttempt"/> as the service might answer it.</summary>
    /// <param name="attemptId">The number of the attempt, from 1.</param>
    /// <param name="attemptStatus">How it stands.</param>
    /// <param name="result">What it came to; null while there is no result.</param>
    /// <param name="error">Why it came to none; null otherwise.</param>
    /// <param name="clientInformation">Of v1.3-preview.1; the published package has no such member. Where the attempt came from.</param>
    /// <param name="abuseMonitoringResult">Of v1.3-preview.1; the published package has no such member. Whether the attempt looks like abuse, where the resource is watched for it.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessWithVerifySessionAttempt LivenessWithVerifySessionAttempt(int attemptId = 0, OperationState attemptStatus = default, LivenessWithVerifyResult? result = null, LivenessError? error = null, IEnumerable<ClientInformation>? clientInformation = null, AbuseMonitoringResult? abuseMonitoringResult = null) =>
        new() { AttemptId = attemptId, AttemptStatus = attemptStatus, Result = result, Error = error, ClientInformation = clientInformation?.ToList() ?? [], AbuseMonitoringResult = abuseMonitoringResult };

    /// <summary>A <see cref="Face.LivenessWithVerifySessionResults"/> as the service might answer it.</summary>
    /// <param name="verifyReferences">The faces in the picture to verify.</param>
    /// <param name="attempts">The tries, newest first; empty at first.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessWithVerifySessionResults LivenessWithVerifySessionResults(IEnumerable<LivenessWithVerifyReference>? verifyReferences = null, IEnumerable<LivenessWithVerifySessionAttempt>? attempts = null) =>
        new() { VerifyReferences = verifyReferences?.ToList() ?? [], Attempts = attempts?.ToList() ?? [] };

    /// <summary>A <see cref="Face.MaskProperties"/> as the service might answer it.</summary>
    /// <param name="noseAndMouthCovered">Whether it covers nose and mouth.</param>
    /// <param name="type">Kind of mask.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.MaskProperties MaskProperties(bool noseAndMouthCovered = false, MaskType type = default) =>
        new() { NoseAndMouthCovered = noseAndMouthCovered, Type = type };

    /// <summary>A <see cref="Face.NoiseProperties"/> as the service might answer it.</summary>
    /// <param name="noiseLevel">The level: low under 0.3, high from 0.7.</param>
    /// <param name="value">0 to 1; larger is noisier.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.NoiseProperties NoiseProperties(NoiseLevel noiseLevel = default, float value = 0) =>
        new() { NoiseLevel = noiseLevel, Value = value };

    /// <summary>A <see cref="Face.OcclusionProperties"/> as the service might answer it.</summary>
    /// <param name="foreheadOccluded">The forehead.</param>
    /// <param name="eyeOccluded">An eye.</param>
    /// <param name="mouthOccluded">The mouth.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.OcclusionProperties OcclusionProperties(bool foreheadOccluded = false, bool eyeOccluded = false, bool mouthOccluded = false) =>
        new() { ForeheadOccluded = foreheadOccluded, EyeOccluded = eyeOccluded, MouthOccluded = mouthOccluded };

    /// <summary>A <see cref="Face.CreateLivenessSessionContent"/> with what is read-only in it set.</summary>
    /// <param name="livenessOperationMode">What the person has to do.</param>
    /// <param name="deviceCorrelationIdSetInClient">Whether the device names itself.</param>
    /// <param name="enableSessionImage">Whether the service keeps a picture.</param>
    /// <param name="livenessModelVersion">The network that decides.</param>
    /// <param name="deviceCorrelationId">The device.</param>
    /// <param name="authTokenTimeToLiveInSeconds">How long the token lives, in seconds.</param>
    /// <param name="numberOfClientAttemptsAllowed">How many tries the person has; of v1.3-preview.1.</param>
    /// <param name="userCorrelationId">The user; of v1.3-preview.1.</param>
    /// <param name="userCorrelationIdSetInClient">Whether the device names the user; of v1.3-preview.1.</param>
    /// <param name="expectedClientIpAddress">Where attempts have to come from; of v1.3-preview.1.</param>
    /// <returns>The content, for a mock to compare with.</returns>
    public static Face.CreateLivenessSessionContent CreateLivenessSessionContent(LivenessOperationMode livenessOperationMode = default, bool? deviceCorrelationIdSetInClient = null, bool? enableSessionImage = null, LivenessModel? livenessModelVersion = null, string? deviceCorrelationId = null, int? authTokenTimeToLiveInSeconds = null, int numberOfClientAttemptsAllowed = 0, string? userCorrelationId = null, bool? userCorrelationIdSetInClient = null, string? expectedClientIpAddress = null) =>
        new(livenessOperationMode)
        {
            DeviceCorrelationIdSetInClient = deviceCorrelationIdSetInClient,
            EnableSessionImage = enableSessionImage,
            LivenessModelVersion = livenessModelVersion,
            DeviceCorrelationId = deviceCorrelationId,
            AuthTokenTimeToLiveInSeconds = authTokenTimeToLiveInSeconds,
            NumberOfClientAttemptsAllowed = numberOfClientAttemptsAllowed,
            UserCorrelationId = userCorrelationId,
            UserCorrelationIdSetInClient = userCorrelationIdSetInClient,
            ExpectedClientIpAddress = expectedClientIpAddress,
        };

    /// <summary>A <see cref="Face.CreateLivenessWithVerifySessionContent"/> with what is read-only in it set.</summary>
    /// <param name="livenessOperationMode">What the person has to do.</param>
    /// <param name="deviceCorrelationIdSetInClient">Whether the device names itself.</param>
    /// <param name="enableSessionImage">Whether the service keeps a picture.</param>
    /// <param name="livenessModelVersion">The network that decides.</param>
    /// <param name="returnVerifyImageHash">Whether results carry a hash of the picture to verify.</param>
    /// <param name="verifyConfidenceThreshold">How alike the faces have to be, 0 to 1.</param>
    /// <param name="verifyImage">The picture to verify; null is an empty one.</param>
    /// <param name="deviceCorrelationId">The device.</param>
    /// <param name="authTokenTimeToLiveInSeconds">How long the token lives, in seconds.</param>
    /// <param name="numberOfClientAttemptsAllowed">How many tries the person has; of v1.3-preview.1.</param>
    /// <returns>The content, for a mock to compare with.</returns>
    public static Face.CreateLivenessWithVerifySessionContent CreateLivenessWithVerifySessionContent(LivenessOperationMode livenessOperationMode = default, bool? deviceCorrelationIdSetInClient = null, bool? enableSessionImage = null, LivenessModel? livenessModelVersion = null, bool? returnVerifyImageHash = null, float? verifyConfidenceThreshold = null, Stream? verifyImage = null, string? deviceCorrelationId = null, int? authTokenTimeToLiveInSeconds = null, int? numberOfClientAttemptsAllowed = null) =>
        new(livenessOperationMode, verifyImage ?? Stream.Null)
        {
            DeviceCorrelationIdSetInClient = deviceCorrelationIdSetInClient,
            EnableSessionImage = enableSessionImage,
            LivenessModelVersion = livenessModelVersion,
            ReturnVerifyImageHash = returnVerifyImageHash,
            VerifyConfidenceThreshold = verifyConfidenceThreshold,
            DeviceCorrelationId = deviceCorrelationId,
            AuthTokenTimeToLiveInSeconds = authTokenTimeToLiveInSeconds,
            NumberOfClientAttemptsAllowed = numberOfClientAttemptsAllowed,
        };
}
