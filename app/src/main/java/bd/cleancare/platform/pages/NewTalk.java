package bd.cleancare.platform.pages;

import bd.cleancare.shared.Viewer;
import java.util.Map;
import java.util.UUID;

/** How much was said that somebody has not read, by the id of the conversation; menus and lists show it. */
public interface NewTalk {

    Map<UUID, Long> of(Viewer viewer);
}
