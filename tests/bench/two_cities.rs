// What tests/bench/wasm compares with: the least that answers `nairobi elpaso`, with nothing but std.
const CITIES: [(&str, &str, f64, f64); 2] = [
    ("nairobi", "Nairobi, Kenya", -1.28333, 36.81667),
    ("elpaso", "El Paso, Texas, United States", 31.75872, -106.48693),
];

fn find(name: &str) -> &'static (&'static str, &'static str, f64, f64) {
    CITIES.iter().find(|city| city.0 == name).unwrap_or_else(|| {
        eprintln!("no place called '{}'", name);
        std::process::exit(1)
    })
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.len() != 2 {
        eprintln!("usage: two_cities FROM TO");
        std::process::exit(2);
    }
    let (from, to) = (find(&words[0]), find(&words[1]));
    let (a, b) = (from.2.to_radians(), to.2.to_radians());
    let (p, q) = (((b - a) / 2.0).sin(), ((to.3 - from.3).to_radians() / 2.0).sin());
    let h = p * p + a.cos() * b.cos() * q * q;
    println!("{} to {}: {:.1} km", from.1, to.1, 2.0 * 6371.0088 * h.sqrt().atan2((1.0 - h).sqrt()));
}
