/** The invented city of the demo profile: its wards, accounts and complaints. Nothing depends on it, and prod leaves it out. */
@ApplicationModule(allowedDependencies = {"platform", "shared", "users", "authentication", "wards", "media", "complaints"})
package bd.cleancare.demo;

import org.springframework.modulith.ApplicationModule;
