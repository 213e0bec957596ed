/// Who lives in the invented region, where they are treated, and by whom (模擬地域の計画).
@NullMarked
package hmnet.region.plan;

import org.jspecify.annotations.NullMarked;
