/** Who works here: staff accounts with their roles and wards, and the record of who decided it. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users", "authentication", "notifications", "wards"})
package bd.cleancare.adminusers;

import org.springframework.modulith.ApplicationModule;
