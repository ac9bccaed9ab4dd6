// GeographicLib's inverse geodesic problem, for geometry.c.
#include <GeographicLib/Geodesic.hpp>
#include <cstddef>

extern "C" void geographiclib_inverse(std::size_t count, const double *lat1, const double *lon1,
                                      const double *lat2, const double *lon2, double *metres)
{
    const GeographicLib::Geodesic &earth = GeographicLib::Geodesic::WGS84();
    for (std::size_t i = 0; i < count; i++)
        earth.Inverse(lat1[i], lon1[i], lat2[i], lon2[i], metres[i]);
}
