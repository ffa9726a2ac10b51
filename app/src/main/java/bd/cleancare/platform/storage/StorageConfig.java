package bd.cleancare.platform.storage;

import bd.cleancare.platform.settings.StorageSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StorageConfig {

    @Bean
    BlobStore blobStore(StorageSettings settings) {
        return switch (settings.kind()) {
            case DIRECTORY -> new DirectoryBlobStore(settings.directory());
            case S3 -> new S3BlobStore(settings.s3());
        };
    }
}
