using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core.Extensions;

namespace Microsoft.Extensions.Azure;

/// <summary>Registers the clients with Microsoft.Extensions.Azure.</summary>
public static class AIVisionFaceClientBuilderExtensions
{
    private const string Binding = "Options are bound to the configuration by reflection.";

    /// <summary>Registers a <see cref="FaceAdministrationClient"/> that authenticates with a key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">The resource's endpoint.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <returns>A builder for the client's options.</returns>
    public static IAzureClientBuilder<FaceAdministrationClient, AzureAIVisionFaceClientOptions> AddFaceAdministrationClient<TBuilder>(this TBuilder builder, Uri endpoint, AzureKeyCredential credential)
        where TBuilder : IAzureClientFactoryBuilder =>
        builder.RegisterClientFactory<FaceAdministrationClient, AzureAIVisionFaceClientOptions>(options => new FaceAdministrationClient(endpoint, credential, options));

    /// <summary>Registers a <see cref="FaceAdministrationClient"/> that authenticates with the builder's token credential.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">The resource's endpoint, with a custom subdomain.</param>
    /// <returns>A builder for the client's options.</returns>
    public static IAzureClientBuilder<FaceAdministrationClient, AzureAIVisionFaceClientOptions> AddFaceAdministrationClient<TBuilder>(this TBuilder builder, Uri endpoint)
        where TBuilder : IAzureClientFactoryBuilderWithCredential =>
        builder.RegisterClientFactory<FaceAdministrationClient, AzureAIVisionFaceClientOptions>((options, credential) => new FaceAdministrationClient(endpoint, credential, options));

    /// <summary>Registers a <see cref="FaceAdministrationClient"/> from configuration: "endpoint", and a credential.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <typeparam name="TConfiguration">The configuration's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>A builder for the client's options.</returns>
    [RequiresUnreferencedCode(Binding)]
    [RequiresDynamicCode(Binding)]
    public static IAzureClientBuilder<FaceAdministrationClient, AzureAIVisionFaceClientOptions> AddFaceAdministrationClient<TBuilder, TConfiguration>(this TBuilder builder, TConfiguration configuration)
        where TBuilder : IAzureClientFactoryBuilderWithConfiguration<TConfiguration> =>
        builder.RegisterClientFactory<FaceAdministrationClient, AzureAIVisionFaceClientOptions>(configuration);

    /// <summary>Registers a <see cref="FaceClient"/> that authenticates with a key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">The resource's endpoint.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <returns>A builder for the client's options.</returns>
    public static IAzureClientBuilder<FaceClient, AzureAIVisionFaceClientOptions> AddFaceClient<TBuilder>(this TBuilder builder, Uri endpoint, AzureKeyCredential credential)
        where TBuilder : IAzureClientFactoryBuilder =>
        builder.RegisterClientFactory<FaceClient, AzureAIVisionFaceClientOptions>(options => new FaceClient(endpoint, credential, options));

    /// <summary>Registers a <see cref="FaceClient"/> that authenticates with the builder's token credential.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">The resource's endpoint, with a custom subdomain.</param>
    /// <returns>A builder for the client's options.</returns>
    public static IAzureClientBuilder<FaceClient, AzureAIVisionFaceClientOptions> AddFaceClient<TBuilder>(this TBuilder builder, Uri endpoint)
        where TBuilder : IAzureClientFactoryBuilderWithCredential =>
        builder.RegisterClientFactory<FaceClient, AzureAIVisionFaceClientOptions>((options, credential) => new FaceClient(endpoint, credential, options));

    /// <summary>Registers a <see cref="FaceClient"/> from configuration: "endpoint", and a credential.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <typeparam name="TConfiguration">The configuration's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>A builder for the client's options.</returns>
    [RequiresUnreferencedCode(Binding)]
    [RequiresDynamicCode(Binding)]
    public static IAzureClientBuilder<FaceClient, AzureAIVisionFaceClientOptions> AddFaceClient<TBuilder, TConfiguration>(this TBuilder builder, TConfiguration configuration)
        where TBuilder : IAzureClientFactoryBuilderWithConfiguration<TConfiguration> =>
        builder.RegisterClientFactory<FaceClient, AzureAIVisionFaceClientOptions>(configuration);

    /// <summary>Registers a <see cref="FaceSessionClient"/> that authenticates with a key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">The resource's endpoint.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <returns>A builder for the client's options.</returns>
    public static IAzureClientBuilder<FaceSessionClient, AzureAIVisionFaceClientOptions> AddFaceSessionClient<TBuilder>(this TBuilder builder, Uri endpoint, AzureKeyCredential credential)
        where TBuilder : IAzureClientFactoryBuilder =>
        builder.RegisterClientFactory<FaceSessionClient, AzureAIVisionFaceClientOptions>(options => new FaceSessionClient(endpoint, credential, options));

    /// <summary>Registers a <see cref="FaceSessionClient"/> that authenticates with the builder's token credential.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">The resource's endpoint, with a custom subdomain.</param>
    /// <returns>A builder for the client's options.</returns>
    public static IAzureClientBuilder<FaceSessionClient, AzureAIVisionFaceClientOptions> AddFaceSessionClient<TBuilder>(this TBuilder builder, Uri endpoint)
        where TBuilder : IAzureClientFactoryBuilderWithCredential =>
        builder.RegisterClientFactory<FaceSessionClient, AzureAIVisionFaceClientOptions>((options, credential) => new FaceSessionClient(endpoint, credential, options));

    /// <summary>Registers a <see cref="FaceSessionClient"/> from configuration: "endpoint", and a credential.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <typeparam name="TConfiguration">The configuration's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>A builder for the client's options.</returns>
    [RequiresUnreferencedCode(Binding)]
    [RequiresDynamicCode(Binding)]
    public static IAzureClientBuilder<FaceSessionClient, AzureAIVisionFaceClientOptions> AddFaceSessionClient<TBuilder, TConfiguration>(this TBuilder builder, TConfiguration configuration)
        where TBuilder : IAzureClientFactoryBuilderWithConfiguration<TConfiguration> =>
        builder.RegisterClientFactory<FaceSessionClient, AzureAIVisionFaceClientOptions>(configuration);
}
