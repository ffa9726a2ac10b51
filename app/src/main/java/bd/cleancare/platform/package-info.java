/** Infrastructure without business words: the web edge, the security chain, settings, storage, limits, the database. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
package bd.cleancare.platform;

import org.springframework.modulith.ApplicationModule;
