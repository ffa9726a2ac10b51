/** Uploads made safe: sniffed, decoded within bounds, re-encoded without what they carried along, stored, and served again. */
@ApplicationModule(allowedDependencies = {"platform", "shared"})
package bd.cleancare.media;

import org.springframework.modulith.ApplicationModule;
