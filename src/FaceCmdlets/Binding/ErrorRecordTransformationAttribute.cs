using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Takes what -ErrorVariable collected: error records, and the exceptions that ended a pipeline.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ErrorRecordTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return given is null ? Array.Empty<ErrorRecord>() : given is IEnumerable list and not string ? list.Cast<object?>().Select(One).ToArray() : new[] { One(given) };
    }

    private static ErrorRecord One(object? given) => (given is PSObject wrapped ? wrapped.BaseObject : given) switch
    {
        ErrorRecord error => error,
        IContainsErrorRecord { ErrorRecord: { } error } => error,
        Exception e => new ErrorRecord(e, e.GetType().Name, ErrorCategory.NotSpecified, null),
        _ => throw new ArgumentTransformationMetadataException($"'{given}' is no error: -ErrorRecord takes what -ErrorVariable collected."),
    };
}
