/** A citizen's complaint from filing to resolution: the workflow, its photos and its history. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users", "wards", "media", "notifications"})
package bd.cleancare.complaints;

import org.springframework.modulith.ApplicationModule;
