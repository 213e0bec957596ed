/// The desks of the association that runs the network (事務局).
@NullMarked
package hmnet.office;

import org.jspecify.annotations.NullMarked;
