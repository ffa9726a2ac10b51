package bd.cleancare.platform.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city corporation that runs this installation, as pages show it.
 *
 * @param nameBn its name in Bangla
 * @param nameEn its name in English
 * @param emergencyNumbers what every page offers to call
 * @param tileUrl address pattern of a map tile server ({@code https://tiles.example/{z}/{x}/{y}.png}); empty: our own ward shapes only
 * @param tileAttribution the words the tile server's owner asks to be shown on the map
 */
@ConfigurationProperties("cleancare.city")
public record CitySettings(@DefaultValue("শাপলানগর সিটি কর্পোরেশন") String nameBn, @DefaultValue("Shaplanagar City Corporation") String nameEn,
        List<Hotline> emergencyNumbers, @DefaultValue("") String tileUrl, @DefaultValue("") String tileAttribution) {

    /** A number anybody may call, with what it is for. */
    public record Hotline(String number, String nameBn, String nameEn) {
    }

    public CitySettings {
        emergencyNumbers = emergencyNumbers == null ? List.of() : emergencyNumbers;
    }

    /** The origin pictures of the map come from, for the content security policy; empty without a tile server. */
    public String tileOrigin() {
        if (tileUrl.isEmpty()) {
            return "";
        }
        int host = tileUrl.indexOf("://") + 3;
        int path = tileUrl.indexOf('/', host);
        return tileUrl.substring(0, path < 0 ? tileUrl.length() : path).replace("{s}", "*");
    }
}
