// Makes src/test/resources/orrery/ephemeris/galilean_moons.bsp: Jupiter and its four large moons from 2015-12-31 to 2016-01-11,
// by the theory L1.2 (Lainey, Duriez and Vienne, Astronomy and Astrophysics 456 (2006) 783) as astronomy-engine (MIT) has it.
//
//     npm install --prefix target/npm astronomy-engine@2.1.19
//     NODE_PATH=target/npm/node_modules node src/test/javascript/galilean_moons.js > target/moons.csv
//     orrery import target/moons.csv --frame J2000 --time-system TDB --out target/moons.bsp
//     orrery refit target/moons.bsp --tolerance 3km --out src/test/resources/orrery/ephemeris/galilean_moons.bsp
//
// States every hour, relative to the barycenter of the system; the masses are JUP310's.
const A = require('astronomy-engine');
const AU = 149597870.7, DAY = 86400;
const GM = [5959.91552, 3202.7121, 9887.83275, 7179.28341], TOTAL = 126712764.1;
const NAMES = ['io', 'europa', 'ganymede', 'callisto'];
const bodies = [501, 502, 503, 504, 599].map(() => []);
for (let hour = 0; hour <= 11 * 24; hour++) {
  const tt = (Date.UTC(2015, 11, 31) - Date.UTC(2000, 0, 1, 12)) / 864e5 + hour / 24;
  const moons = A.JupiterMoons(A.AstroTime.FromTerrestrialTime(tt));
  const states = NAMES.map(name => {
    const s = moons[name];
    return [s.x * AU, s.y * AU, s.z * AU, s.vx * AU / DAY, s.vy * AU / DAY, s.vz * AU / DAY];
  });
  const planet = [0, 1, 2, 3, 4, 5].map(i => -states.reduce((sum, s, k) => sum + GM[k] * s[i], 0) / TOTAL);
  states.forEach((s, k) => bodies[k].push([tt * DAY, ...s.map((c, i) => c + planet[i])]));
  bodies[4].push([tt * DAY, ...planet]);
}
console.log('target,center,et,x,y,z,vx,vy,vz');
[501, 502, 503, 504, 599].forEach((id, k) => bodies[k].forEach(row =>
  console.log(`${id},5,${row[0].toFixed(1)},${row.slice(1).map(c => c.toPrecision(12)).join(',')}`)));
