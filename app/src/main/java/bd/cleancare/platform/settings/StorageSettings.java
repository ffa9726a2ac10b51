package bd.cleancare.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files live.
 *
 * @param kind a directory of this machine, or an S3-compatible store that several nodes share
 * @param directory used by kind {@code directory}
 * @param s3 used by kind {@code s3}
 */
@ConfigurationProperties("cleancare.storage")
public record StorageSettings(@DefaultValue("directory") Kind kind,
        @DefaultValue("data/files") Path directory, @DefaultValue S3 s3) {

    public enum Kind { DIRECTORY, S3 }

    /**
     * @param endpoint address of the store; unset means Amazon's own for the region
     * @param bucket must exist
     * @param pathStyle {@code endpoint/bucket/key} instead of {@code bucket.endpoint/key}; most stores other than Amazon's want it
     * @param accessKey with {@code secretKey}; unset means the environment decides ({@code AWS_ACCESS_KEY_ID}, a role of the machine, …)
     */
    public record S3(URI endpoint, @DefaultValue("clean-care") String bucket, @DefaultValue("us-east-1") String region,
            @DefaultValue("true") boolean pathStyle, String accessKey, String secretKey) {

        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }
}
