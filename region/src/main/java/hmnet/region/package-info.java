/// A simulated Hiroshima (模擬地域): invented residents, hospitals and courses of illness, sent through the
/// doors that real facilities use. The same seed gives the same bytes.
@NullMarked
package hmnet.region;

import org.jspecify.annotations.NullMarked;
