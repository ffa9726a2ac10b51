package bd.cleancare.complaints;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complaint as its viewer sees it, and as the contract writes it. Whoever holds one was allowed to see it.
 *
 * @param user who filed it
 * @param latitude degrees with eight places, or null; so is longitude
 * @param imagesJson the photos as the database wrote them, so that a list need not build and write a hundred objects
 * @param version counts the changes; a writer who names the version it saw cannot overwrite a change it did not see
 */
public record Complaint(UUID id, String trackingNumber, UUID user, String userName, String title, String description, Category category,
        Priority priority, ComplaintStatus status, String location, String latitude, String longitude, String wardNumber, UUID assignedTo,
        String assignedToName, Instant createdAt, Instant updatedAt, Instant resolvedAt,
        @JsonRawValue @JsonProperty("images") String imagesJson, int version) {

    private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    /** A photo of a complaint; the addresses are paths on this server, for those who may see the complaint. */
    public record Image(UUID id, String imageUrl, String thumbnailUrl, String imageName, int fileSize, Instant uploadedAt) {
    }

    /** The photos as objects, for pages. */
    @JsonIgnore
    public List<Image> photos() {
        return JSON.readValue(imagesJson, new TypeReference<>() {
        });
    }

    /** Records print themselves into logs: never a name or what somebody wrote. */
    @Override
    public String toString() {
        return "Complaint[" + trackingNumber + ", " + status + ", version " + version + "]";
    }
}
