package bd.cleancare.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What photos are taken and what they may cost.
 *
 * @param maxSize of one upload
 * @param maxMegapixels refused before decoding
 * @param maxSide in pixels; refused before decoding
 * @param fullSide longest side of what is kept
 * @param thumbnailSide longest side of the small picture
 * @param quality of the JPEGs we write, 0 to 1
 * @param decodingMemory what all decoding together may take; a photo that alone would need more is refused
 * @param parallelism photos decoded at once
 * @param decodingTime longest time one photo may take
 * @param waitingTime longest wait for a turn, then 503
 * @param dailyQuota bytes one account may upload in a day
 * @param pendingFor how long a photo nobody kept stays before it is swept
 */
@ConfigurationProperties("cleancare.media")
record MediaSettings(@DefaultValue("5MB") DataSize maxSize, @DefaultValue("24") int maxMegapixels, @DefaultValue("8000") int maxSide,
        @DefaultValue("1920") int fullSide, @DefaultValue("480") int thumbnailSide, @DefaultValue("0.82") float quality,
        @DefaultValue("128MB") DataSize decodingMemory, @DefaultValue("2") int parallelism, @DefaultValue("10s") Duration decodingTime,
        @DefaultValue("30s") Duration waitingTime, @DefaultValue("100MB") DataSize dailyQuota, @DefaultValue("1h") Duration pendingFor) {
}
