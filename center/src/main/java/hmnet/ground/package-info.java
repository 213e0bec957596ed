/// What every wing stands on; it knows no patient (土台).
@NullMarked
package hmnet.ground;

import org.jspecify.annotations.NullMarked;
