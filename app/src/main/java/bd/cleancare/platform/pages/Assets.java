package bd.cleancare.platform.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * Addresses of styles, scripts, icons and fonts: {@code /assets/<version>/…}, the version being a hash over all of them. Browsers may
 * keep them for ever, and since the version stands in front, files name each other by relative addresses without any rewriting.
 */
@Component
public class Assets {

    static final String PREFIX = "/assets/";

    private static final String FILES = "classpath:/static/**";

    private final WebJarVersionLocator webjars = new WebJarVersionLocator();
    private final Map<String, String> webjarUrls = new ConcurrentHashMap<>();
    private final String base;

    Assets() {
        this.base = PREFIX + version() + "/";
    }

    /** @param path under {@code static}: {@code css/app.css} */
    public String url(String path) {
        return base + path;
    }

    /** @param path the library and the file in it: {@code htmx.org/dist/htmx.min.js} */
    public String webjar(String path) {
        return webjarUrls.computeIfAbsent(path, this::locate);
    }

    String base() {
        return base;
    }

    private String locate(String path) {
        int slash = path.indexOf('/');
        String found = webjars.path(path.substring(0, slash), path.substring(slash + 1));
        if (found == null) {
            throw new IllegalArgumentException("no such WebJar: " + path);
        }
        return base + "webjars/" + found;
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new TreeMap<String, Resource>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                if (file.isReadable()) {
                    files.put(file.getURL().toString(), file);
                }
            }
            for (Resource file : files.values()) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
