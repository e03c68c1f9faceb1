/** English: what is learned, built and filmed. */
import type { Sayings } from '../kinds.ts';

export const AI: Sayings = {
  hook: [
    'A machine that learns|How can a machine learn when nobody writes down every rule? That is the question behind {s}.',
    'Behind the word|{S}: we hear about it everywhere, and rarely hear it explained. Here is the heart of it, in plain words.',
  ],
  what: [
    'Learning from examples|The starting idea is simple. Instead of programming every step, we show the machine a great many examples.',
    'Finding patterns|Behind the name is a program that looks for patterns in data, then uses those patterns to give an answer.',
  ],
  now: [
    'Already all around us|We already meet this technology when we search for a photo, translate a sentence or pick a film to watch.',
    'Why now|If everyone talks about it, it is because data and powerful computers have come within reach of far more people.',
  ],
  who: [
    'For every trade|You do not need to be a mathematician. A baker, a student or a doctor may all find a use for it.',
    'Curiosity is enough|A little curiosity goes a long way here. ~ Good questions often matter more than lines of code.',
  ],
  how: [
    'From examples to a model|We gather examples and sort them. Then the program adjusts its settings until it makes fewer and fewer mistakes.',
    'Tested on the unknown|Then comes the real test. We show it cases it has never seen, to find out what it truly learned.',
  ],
  example: [
    'Spotting a cat|Think of a photo of a cat. After seeing enough of them, the program starts to recognise ears, whiskers, a shape.',
    'A tidy inbox|Look at your inbox. It learns to set unwanted messages aside by watching which ones people throw away.',
  ],
  pitfall: [
    'No magic|A word of caution. If the examples are incomplete or unfair, the answers will be too. A machine does not judge.',
    'Stay critical|An answer can sound confident and still be wrong. ~ Check it, compare it, and leave the decision to people.',
  ],
  benefit: [
    'Time given back|Used well, the machine takes on the repetitive work and leaves us more time to think and to create.',
    'Seeing further|A good model can go through huge amounts of information and point to a detail that tired eyes would miss.',
  ],
  next: [
    'A first try|To begin, pick one small problem, some clean data and a free tool. ~ The rest comes with practice.',
    'One step at a time|Try, fail, try again. You move forward by comparing what you expected with what you actually got.',
  ],
};

export const TECHNOLOGY: Sayings = {
  hook: [
    'Under the bonnet|We use tools every day without seeing what drives them. Let us look under the bonnet of {s}.',
    'What really changes|What does {s} really change in an ordinary day? More than it seems, and not always where we expect.',
  ],
  what: [
    'A tool first of all|A technology is not a goal in itself. It is a tool, made for a problem, with strengths and limits.',
    'In plain words|Leave the difficult words aside. What counts is what the tool lets people do, and what it asks of them in return.',
  ],
  now: [
    'The right moment|What once belonged in a laboratory now fits in a pocket. The tools move faster than our habits.',
    'A real need|People want to travel less, wait less and waste less. ~ This is an answer to that very ordinary wish.',
  ],
  who: [
    'For people who make|It matters to those who build, sell, care or teach, and not only to those who write software.',
    'No expert needed|You can use it without understanding everything, but understanding a little helps you choose much better.',
  ],
  how: [
    'Three moves|It takes three moves: understand the need, try a solution, then adjust it. ~ The rest is a matter of care.',
    'Brick by brick|Nothing is built in one piece. You join simple bricks, test them, and fix whatever refuses to work.',
  ],
  example: [
    'On an ordinary day|Picture a small shop. Orders come in, the stock updates itself, and nobody has to copy anything by hand.',
    'A typical morning|One morning, a phone is enough to warn a friend, pay a bill, open a door or find a lost document.',
  ],
  pitfall: [
    'The lure of the new|The trap is to buy the tool before understanding the need. ~ New things impress us, then they gather dust.',
    'Stay in charge|Every comfort has another side: data to protect, a dependence to watch, a password not to neglect.',
  ],
  benefit: [
    'Simply easier|When the tool is well chosen, it disappears. ~ You stop noticing it. You only notice that things go better.',
    'A clearer view|You save time, of course, but above all you gain clarity. ~ Everybody knows where things stand.',
  ],
  next: [
    'Start small|Start small: one use, one team, a few days of trial. ~ Then keep only what truly helps.',
    'Ask the questions|Ask who keeps your data, how you can get it back, and what happens on the day everything stops.',
  ],
};

export const EDUCATION: Sayings = {
  hook: [
    'Another way to learn|We do not all learn in the same way. Perhaps that is why {s} [deserves|deserve] a closer look.',
    'The moment it clicks|Do you remember the day when everything became clear? That is the moment to look for in {s}.',
  ],
  what: [
    'Understand, not recite|Learning is not about piling up words. It is about linking a new idea to something we already know.',
    'A firm base|Before the details, there are a few basic notions. Once they are in place, they carry all the rest.',
  ],
  now: [
    'A moving world|Jobs change, and so do tools. Knowing how to learn has become as precious as anything we know.',
    'Never too late|There is no age limit for beginning. Books, lessons and good teachers have never been so close.',
  ],
  who: [
    'Young and old|It is for the pupil who doubts, the parent who helps, and the adult who wants to pick up the thread.',
    'At your own pace|Some need to see, some need to try, and some need to talk. ~ There is room for each of them.',
  ],
  how: [
    'In small steps|You move in small steps: one idea, one exercise, one pause, and then back to it the next day.',
    'In your own words|The best method is still to explain to somebody else, in your own words, what you have just found out.',
  ],
  example: [
    'A living lesson|Take a recipe. You count, you measure, you read, and you remember it all without any effort.',
    'Around a table|Two pupils, one sheet of paper, one problem. One searches, the other asks, and an answer slowly appears.',
  ],
  pitfall: [
    'The useful mistake|The real obstacle is the fear of being wrong. ~ Yet a mistake well understood is worth ten right answers.',
    'Too much, too fast|Trying to learn everything in one evening seldom works. ~ Memory likes time, sleep and repetition.',
  ],
  benefit: [
    'Confidence|As understanding grows, confidence follows. You dare to ask a question, then to start a project, then a new path.',
    'An open door|Every piece of knowledge opens a door to another, and what you have understood can never be taken away.',
  ],
  next: [
    'A little every day|Choose a fixed moment, even a short one, and keep it every day. ~ Regular work beats great resolutions.',
    'Find an ally|Find somebody to move forward with: a teacher, a friend, a neighbour. ~ Two people give up less easily.',
  ],
};

export const CINEMA: Sayings = {
  hook: [
    'Quiet on set|Quiet, please. The light goes down, somebody holds their breath, and {s} [begins|begin].',
    'Before the screen|Before the picture come hands, eyes and a great deal of patience. Step behind the scenes: this is {s}.',
  ],
  what: [
    'Telling in pictures|Cinema is the art of telling a story with light, faces and time. ~ The words come afterwards.',
    'Made together|A film never has a single author. It is born from a team where every gesture counts, even the quietest.',
  ],
  now: [
    'Stories of our own|Everywhere, new voices want to tell about their streets, their families, their languages. ~ Audiences are waiting for them.',
    'Filming close to home|Cameras are lighter and locations are closer. It has become possible to film in the places where we live.',
  ],
  who: [
    'In front and behind|There are those we see, and all the others: light, sound, costumes, sets, editing. ~ A set needs every one.',
    'For those who love it|It is for those who love films, those who make them, and those who have not dared to begin.',
  ],
  how: [
    'Write, shoot, edit|First we write. We prepare for a long time, we shoot quickly, and in the edit the story finds its rhythm.',
    'Shot by shot|Each shot answers a question. Where do we place the camera, what do we show, what do we let people guess?',
  ],
  example: [
    'A scene in a street|An alley, a door, a character who hesitates. Three simple things, and we already want to know the rest.',
    'The eyes|Watch a close-up. Without a single word, eyes that turn away can tell the story of a whole life.',
  ],
  pitfall: [
    'What nobody sees|An audience forgives a modest picture. It is harder to forgive poor sound, or a story where nothing is at stake.',
    'Prepare first|Many shoots are lost for want of preparation. ~ A day on set is won several weeks before.',
  ],
  benefit: [
    'What remains|When the lights come back, a shared feeling remains, and sometimes the wish to see the world differently.',
    'One craft, many crafts|A shoot brings a place to life: makers, drivers, cooks, and talents waiting to be discovered.',
  ],
  next: [
    'Your turn|Watch, take notes, film one minute of your own street. Many vocations have started in just that way.',
    'Join in|Talk about your project, show your work, meet the crews. ~ Cinema is first of all about meeting people.',
  ],
};

export const CASTING: Sayings = {
  hook: [
    'What if it were you|What if the next face on the screen were yours? Here is {s}.',
    'Somebody is looking|Somewhere, a team is looking for a face, a voice, a presence. It may be yours. Here is {s}.',
  ],
  what: [
    'A real meeting|A casting is a meeting. Nobody is looking for perfection. They are looking for the right person for a part.',
    'More than a face|They look at presence, at the way you move, at how you listen. ~ Looks are only part of the story.',
  ],
  now: [
    'Parts are open|This is the moment when parts are open and everything is still possible. ~ The team looks, compares and imagines.',
    'Before the shoot|Before the cameras roll, the right people have to be brought together. ~ That step begins with you.',
  ],
  who: [
    'Beginners welcome|Trained actor or complete beginner, anyone can try, as long as the profile fits the part.',
    'Every kind of face|Young people, elders, artists, everyday faces. A good story needs a whole crowd of different lives.',
  ],
  how: [
    'Keep it simple|You introduce yourself in a few words, play a short scene, listen to the directions, and play it again.',
    'A clear application|A recent portrait, a full-length photo, a few honest lines: a clear application beats a long speech.',
  ],
  example: [
    'One scene, two ways|You play a goodbye scene. Then they ask you to do it again, smiling. That change says a lot about you.',
    'In front of the camera|A mark on the floor, a soft light, a partner who gives you your cue. Breathe. The scene can begin.',
  ],
  pitfall: [
    'Stay yourself|The most common mistake is trying to look like somebody else. ~ What people remember is what makes you different.',
    'Stay careful|Be careful too. A serious call says who is hiring and for which project, and asks no money to see you.',
  ],
  benefit: [
    'Time well spent|Even without a part, you leave with experience, new contacts, and a little more confidence.',
    'A door opens|A small part played well may lead to another. ~ Crews remember the people who work with care.',
  ],
  next: [
    'Get ready|Prepare a recent portrait, check your dates, read the call with care, and then send your application.',
    'Dare to apply|Read the conditions again, take care of your introduction, and go for it. ~ An honest application gets noticed.',
  ],
};
