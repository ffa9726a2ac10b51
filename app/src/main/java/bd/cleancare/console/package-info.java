/** What staff work with: the queue and its saved views, changes to many at once, exports, response templates, the day's list. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users", "wards", "media", "complaints"})
package bd.cleancare.console;

import org.springframework.modulith.ApplicationModule;
