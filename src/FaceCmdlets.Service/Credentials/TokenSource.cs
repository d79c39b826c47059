using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>
/// The token of one connection, for all its clients: fetched once however many requests wait for it, renewed before it
/// runs out, fetched anew when the service refuses it. Fetching ends after a time, and when nobody waits any more.
/// </summary>
/// <param name="connection">As whom.</param>
/// <param name="create">Makes the credential; again, where what it remembers is of no use.</param>
internal sealed class TokenSource(FaceConnection connection, Func<TokenCredential> create) : TokenCredential, IDisposable
{
    /// <summary>How long before its end a token is renewed, while it is still used: the lead that Azure.Core gives itself.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(5);

    /// <summary>How long before its end it is not used any more: what a request may take to arrive.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly string[] _scopes = [(connection.SignIn?.Cloud ?? FaceCloud.Named(FaceCloud.Public)).Audience + "/.default"];
    private TokenCredential? _credential;
    private AccessToken _token;
    private DateTimeOffset _renewAt = DateTimeOffset.MinValue;
    private DateTimeOffset _uselessAt = DateTimeOffset.MinValue;
    private Fetching? _running;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetAsync(null, requestContext.Claims, cancellationToken);

    /// <summary>The token to send.</summary>
    /// <param name="refused">One that the service does not take any more.</param>
    /// <param name="claims">What a new one has to satisfy, as the service said.</param>
    /// <param name="cancelled">Ends this waiting.</param>
    public async ValueTask<AccessToken> GetAsync(string? refused, string? claims, CancellationToken cancelled)
    {
        ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
        Fetching fetching;
        lock (_gate)
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            bool useful = now < _uselessAt && claims is null && _token.Token != refused;
            if (useful && (now < _renewAt || _running is not null))
            {
                return _token;
            }

            if (_running is null)
            {
                if (refused is not null && _token.Token == refused && CanStartAnew)
                {
                    // A new one remembers no token.
                    _credential = null;
                }

                _running = new Fetching(CancellationTokenSource.CreateLinkedTokenSource(_disposed.Token));
                _running.Task = FetchAsync(_running, claims);
            }

            if (useful)
            {
                // Renewed behind the requests' backs.
                _running.Waiting++;
                return _token;
            }

            fetching = _running;
            fetching.Waiting++;
        }

        try
        {
            return await fetching.Task.WaitAsync(cancelled).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                if (--fetching.Waiting == 0 && !fetching.Task.IsCompleted)
                {
                    fetching.Cancel.Cancel();
                    Leave(fetching);
                }
            }
        }
    }

    public void Dispose() => _disposed.Cancel();

    /// <summary>Whoever signed in by hand is not asked again because a service refuses.</summary>
    private bool CanStartAnew => connection.CredentialKind is not (CredentialKind.Interactive or CredentialKind.DeviceCode or CredentialKind.AccessToken);

    private async Task<AccessToken> FetchAsync(Fetching fetching, string? claims)
    {
        // The lock is the caller's: what follows runs outside of it.
        await Task.Yield();
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(fetching.Cancel.Token);
        if (connection.SignIn is { } signIn)
        {
            timeout.CancelAfter(signIn.Timeout);
        }

        try
        {
            DateTimeOffset start = DateTimeOffset.UtcNow;
            _credential ??= create();
            // Not every credential ends when it is told to.
            AccessToken token = await _credential.GetTokenAsync(new TokenRequestContext(_scopes, claims: claims, isCaeEnabled: true), timeout.Token).AsTask().WaitAsync(timeout.Token).ConfigureAwait(false);
            Keep(token, start);
            return token;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            lock (_gate)
            {
                // The old one, as long as it is good; then the next request tries again.
                _renewAt = DateTimeOffset.UtcNow + Margin;
            }

            if (fetching.Cancel.IsCancellationRequested)
            {
                ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
                throw;
            }

            throw SignInErrors.Explain(e, connection, timedOut: timeout.IsCancellationRequested);
        }
        finally
        {
            lock (_gate)
            {
                Leave(fetching);
            }
        }
    }

    /// <summary>Whoever comes next begins anew.</summary>
    private void Leave(Fetching fetching)
    {
        if (ReferenceEquals(_running, fetching))
        {
            _running = null;
        }
    }

    private void Keep(AccessToken token, DateTimeOffset start)
    {
        TimeSpan lifetime = token.ExpiresOn - start;
        lock (_gate)
        {
            _token = token;
            // One that lives shorter than the lead is renewed half-way.
            _uselessAt = token.ExpiresOn - Least(Margin, lifetime / 10);
            _renewAt = token.ExpiresOn - Least(Lead, lifetime / 2);
        }

        if (connection.SignIn is not null)
        {
            double milliseconds = (DateTimeOffset.UtcNow - start).TotalMilliseconds;
            connection.Errands.Post(cmdlet => cmdlet.WriteVerbose(FormattableString.Invariant($"Signed in ({connection.CredentialKind}) in {milliseconds:0} ms; the token is good until {token.ExpiresOn:u}.")));
        }
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>The fetching of one token.</summary>
    private sealed class Fetching(CancellationTokenSource cancel)
    {
        public CancellationTokenSource Cancel { get; } = cancel;

        public Task<AccessToken> Task { get; set; } = null!;

        /// <summary>How many wait for it; a renewal in advance counts as one that never gives up.</summary>
        public int Waiting { get; set; }
    }
}
