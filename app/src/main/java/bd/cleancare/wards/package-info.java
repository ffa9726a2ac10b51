/** Wards and zones of the city, and the ward a place lies in. */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package bd.cleancare.wards;

import org.springframework.modulith.ApplicationModule;
