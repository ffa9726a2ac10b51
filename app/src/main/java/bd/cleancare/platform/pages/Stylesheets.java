package bd.cleancare.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** A stylesheet written in parts reaches the browser whole: {@code @import "part.css";} of a file beside it becomes what stands there. */
final class Stylesheets implements ResourceTransformer {

    private static final Pattern IMPORT = Pattern.compile("(?m)^@import \"([a-z-]+\\.css)\";\\R?");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain) throws IOException {
        Resource file = chain.transform(request, resource);
        String name = file.getFilename();
        if (name == null || !name.endsWith(".css")) {
            return file;
        }
        String whole = whole(file);
        return new TransformedResource(file, whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String whole(Resource file) throws IOException {
        var text = new StringBuilder();
        String written = file.getContentAsString(StandardCharsets.UTF_8);
        int end = 0;
        for (MatchResult part : IMPORT.matcher(written).results().toList()) {
            text.append(written, end, part.start()).append(whole(file.createRelative(part.group(1))));
            end = part.end();
        }
        return text.append(written, end, written.length()).toString();
    }
}
