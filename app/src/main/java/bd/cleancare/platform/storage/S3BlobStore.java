package bd.cleancare.platform.storage;

import bd.cleancare.platform.settings.StorageSettings;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Blobs as objects of one bucket, in any store that speaks S3. */
class S3BlobStore implements BlobStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    S3BlobStore(StorageSettings.S3 settings) {
        bucket = settings.bucket();
        client = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(3)).socketTimeout(Duration.ofSeconds(20)))
                .overrideConfiguration(calls -> calls.apiCallTimeout(Duration.ofSeconds(30)))
                // Left on, the SDK sends aws-chunked bodies with a trailer; stores that do not know them keep the framing as content.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private static AwsCredentialsProvider credentials(StorageSettings.S3 settings) {
        return settings.accessKey() == null || settings.accessKey().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        String object = BlobKey.require(key);
        try {
            client.putObject(put -> put.bucket(bucket).key(object).contentType(contentType), RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new StorageException("Writing an object failed", e);
        }
    }

    @Override
    public Optional<Blob> open(String key) {
        return open(GetObjectRequest.builder().bucket(bucket).key(BlobKey.require(key)).build());
    }

    @Override
    public Optional<Blob> open(String key, Range range) {
        String bytes = "bytes=" + range.first() + "-" + range.last();
        return open(GetObjectRequest.builder().bucket(bucket).key(BlobKey.require(key)).range(bytes).build());
    }

    private Optional<Blob> open(GetObjectRequest request) {
        try {
            var object = client.getObject(request);
            return Optional.of(new Blob(object, object.response().contentLength()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new StorageException("Reading an object failed", e);
        }
    }

    @Override
    public boolean exists(String key) {
        String object = BlobKey.require(key);
        try {
            client.headObject(head -> head.bucket(bucket).key(object));
            return true;
        } catch (S3Exception e) {
            // A HEAD has no body to name the error in, so some stores answer a bare 404.
            if (e.statusCode() == 404) {
                return false;
            }
            throw new StorageException("Asking for an object failed", e);
        } catch (SdkException e) {
            throw new StorageException("Asking for an object failed", e);
        }
    }

    @Override
    public void delete(String key) {
        String object = BlobKey.require(key);
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(object));
        } catch (SdkException e) {
            throw new StorageException("Deleting an object failed", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
