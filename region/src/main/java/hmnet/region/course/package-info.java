/// What happens to an invented patient, written as a hospital's messages (診療経過).
@NullMarked
package hmnet.region.course;

import org.jspecify.annotations.NullMarked;
