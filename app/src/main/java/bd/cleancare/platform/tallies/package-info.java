/** Numbers that are kept with the changes instead of counted when somebody asks. */
package bd.cleancare.platform.tallies;
